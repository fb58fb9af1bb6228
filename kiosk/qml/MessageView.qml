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
    readonly property real side: stacked ? width - 2 * margin : (width - 3 * margin) * 0.38
    readonly property real gap: 18 * unit
    readonly property real room: (stacked ? bar.y - body.y : bar.y - margin) - gap
    readonly property real headRoom: stacked ? bar.y * 0.52 : bar.y - margin

    // Which step it is: the first text is 1.
    function step(index: int): int {
        if (lines[index]?.kind !== "text" || lines.filter(line => line.kind === "text").length < 2)
            return 0;
        return lines.slice(0, index + 1).filter(line => line.kind === "text").length;
    }

    Column {
        id: head
        // How much smaller the words are where the screen is low.
        readonly property real factor: Theme.shrunk(root.headRoom - sign.height - 4 * spacing, part => heading.flowAt(68 * root.unit * part) + more.each * part * root.also.length + ask.flowAt(46 * root.unit * part))

        x: root.margin
        y: root.stacked ? root.gap : Math.max(root.gap, (bar.y - height) / 2)
        width: root.side
        spacing: 12 * root.unit

        Rectangle {
            id: sign
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(260 * root.unit, root.headRoom * 0.26)
            height: width
            radius: width / 2
            antialiasing: true
            color: Theme.surface
            border.color: Theme.primary
            border.width: Math.max(2, 6 * root.unit)

            Icon {
                objectName: "sign"
                anchors.centerIn: parent
                width: parent.width * 0.6
                name: root.icon
                color: Theme.primary
            }
        }

        Label {
            id: heading
            objectName: "message"
            width: parent.width
            height: flow
            label: root.title
            flowing: true
            pixels: 68 * root.unit * head.factor
            bold: true
            color: Theme.primary
        }

        Column {
            id: more
            readonly property real each: 92 * root.unit * Theme.scale

            width: parent.width

            Repeater {
                model: root.also

                Said {
                    required property var modelData

                    objectName: "also:" + modelData.lang
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
            width: parent.width
            height: flow
            label: root.prompt
            flowing: true
            pixels: 46 * root.unit * head.factor
        }
    }

    Column {
        id: body
        // Smaller letters at first; before they are half as large, one language less.
        readonly property real both: fitting(false)
        readonly property bool alone: both < 0.5
        readonly property real factor: alone ? fitting(true) : both

        function fitting(alone: bool): real {
            return Theme.shrunk(root.room - spacing * rows.made, part => {
                let sum = 0;
                for (let at = 0; at < rows.made; at++)
                    sum += (rows.itemAt(at) as LineRow)?.wantedAt(52 * root.unit * part, alone) ?? 0;
                return sum;
            });
        }

        x: root.stacked ? root.margin : 2 * root.margin + root.side
        y: root.stacked ? head.y + head.height + 2 * root.gap : Math.max(root.margin, (bar.y - height) / 2)
        width: root.width - x - root.margin
        spacing: root.gap

        Repeater {
            id: rows
            property int made: 0

            model: root.lines
            onItemAdded: index => made = index + 1 === count ? count : 0
            onItemRemoved: made = 0

            LineRow {
                required property var modelData
                required property int index

                objectName: "line:" + index
                width: body.width
                height: wanted
                unit: root.unit
                line: modelData
                number: root.step(index)
                pixels: 52 * root.unit * body.factor
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
