pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// Something is not as it should be: a sign, what it is, what to do now in numbered steps (lines of kind "text"),
// since when and how long (kind "fact"), and buttons. `also` says the title in the hall's further languages.
Item {
    id: root

    required property real unit
    required property var title
    required property var prompt
    required property string icon
    required property var lines
    required property var buttons
    property var also: []
    signal act(string act)

    readonly property real margin: 48 * unit
    // What it is stands above what to do where there is more room down than across, else beside it.
    readonly property bool stacked: height > 0.9 * width
    // With nothing to do beside it, what it is has the whole width.
    readonly property bool lone: lines.length === 0
    readonly property real side: stacked || lone ? width - 2 * margin : (width - 3 * margin) * 0.38
    readonly property real gap: 18 * unit
    readonly property real room: bar.y - (stacked ? head.height + 3 * gap : margin) - gap
    readonly property real headRoom: stacked ? bar.y * 0.52 : bar.y - margin

    LineMeasures {
        id: measures
        unit: root.unit
        lines: root.lines
        width: body.width
        stepped: true
    }

    Item {
        id: head
        readonly property real spacing: 12 * root.unit
        // How much smaller the words are where the screen is low.
        readonly property real factor: Theme.shrunk(root.headRoom - sign.height - 4 * spacing, part => heading.flowAt((root.lone ? 84 : 68) * root.unit * part) + more.each * part * root.also.length + ask.flowAt(46 * root.unit * part))

        x: root.margin
        y: root.stacked ? root.gap : Math.max(root.gap, (bar.y - height) / 2)
        width: root.side
        height: ask.y + ask.height

        Rectangle {
            id: sign
            x: Math.round((head.width - width) / 2)
            // Close to the words, which may need less height than they were given.
            y: Math.round(Math.max(0, Math.min(height, heading.spare)))
            width: Math.min(260 * root.unit, root.headRoom * 0.26)
            height: width
            radius: width / 2
            antialiasing: true
            color: Theme.surface
            border.color: Theme.primary
            border.width: Math.max(2, 6 * root.unit)

            Icon {
                objectName: "sign"
                x: Math.round(sign.width * 0.2)
                y: x
                width: sign.width * 0.6
                name: root.icon
                color: Theme.primary
            }
        }

        Label {
            id: heading
            objectName: "message"
            y: sign.height + head.spacing
            width: head.width
            height: flow
            label: root.title
            flowing: true
            pixels: (root.lone ? 84 : 68) * root.unit * head.factor
            bold: true
            color: Theme.primary
        }

        Item {
            id: more
            readonly property real each: 92 * root.unit * Theme.scale

            y: heading.y + heading.height + (height > 0 ? head.spacing : 0)
            width: head.width
            height: root.also.length * each * head.factor

            Repeater {
                model: root.also

                Said {
                    required property var modelData
                    required property int index

                    objectName: "also:" + modelData.lang
                    y: index * height
                    width: more.width
                    height: more.each * head.factor
                    said: modelData
                    pixels: 40 * root.unit * head.factor
                    color: Theme.inkSoft
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }

        Label {
            id: ask
            objectName: "prompt"
            y: more.y + more.height + (height > 0 ? head.spacing : 0)
            width: head.width
            height: flow
            label: root.prompt
            flowing: true
            pixels: 46 * root.unit * head.factor
        }
    }

    Item {
        id: body
        // Smaller letters at first; before they are half as large, one language less.
        readonly property real both: fitting(false)
        readonly property bool alone: both < 0.43
        readonly property real factor: alone ? fitting(true) : both

        readonly property var talls: measures.rows.map(row => measures.wanted(row, 60 * root.unit * factor, alone))

        function fitting(alone: bool): real {
            return Theme.shrunk(root.room - root.gap * measures.rows.length, part => measures.rows.reduce((sum, row) => sum + measures.wanted(row, 60 * root.unit * part, alone), 0));
        }

        x: root.stacked ? root.margin : 2 * root.margin + root.side
        y: root.stacked ? head.y + head.height + 2 * root.gap : Math.max(root.margin, (bar.y - height) / 2)
        width: root.width - x - root.margin
        height: below(talls.length) - (talls.length > 0 ? root.gap : 0)

        // Where the row after the first so many begins.
        function below(rows: int): real {
            return talls.slice(0, rows).reduce((sum, tall) => sum + tall + root.gap, 0);
        }

        Repeater {
            model: root.lines.length

            LineRow {
                required property int index

                objectName: "line:" + index
                y: body.below(index)
                width: body.width
                height: body.talls[index] ?? 0
                unit: root.unit
                measures: measures
                row: measures.rows[index] ?? measures.gone
                pixels: 60 * root.unit * body.factor
                alone: body.alone
            }
        }
    }

    BottomBar {
        id: bar
        objectName: "bar"
        x: root.margin
        y: root.height - height - root.gap
        width: root.width - 2 * root.margin
        height: implicitHeight
        unit: root.unit
        buttons: root.buttons
        onAct: act => root.act(act)
    }
}
