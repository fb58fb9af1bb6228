pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// A guide's page: who is signed in, a heading, and rows in the hall's order that stay where they are while
// their figures change. The rows of a sheet are all as high, and as wide as a column; two on a wide screen.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm
    readonly property var view: vm.view
    readonly property bool paged: view.sheet.text !== ""
    readonly property real margin: 40 * unit
    readonly property real gap: 16 * unit
    readonly property real bar: Theme.touchable(112 * unit)
    readonly property int columns: portrait || Theme.scale > 1 && width < 1500 * unit ? 1 : 2
    readonly property int rows: Math.max(1, Math.ceil(vm.tiles.count / columns))
    readonly property real column: (width - 2 * margin - (columns - 1) * gap) / columns
    readonly property real room: height - begin - (portrait && paged ? bar + 2 * gap : gap)
    readonly property real begin: heading.y + heading.height + gap
    readonly property real row: Math.min(232 * unit * Theme.scale, (room - (rows - 1) * gap) / rows)

    Banner {
        id: banner
        objectName: "banner"
        x: root.margin
        y: 10 * root.unit
        width: parent.width - 2 * root.margin
        unit: root.unit
        lines: root.view.banner
    }

    Item {
        id: heading
        // How much smaller the words are, so that the rows keep most of the screen.
        readonly property real factor: Theme.shrunk(root.height * 0.2, part => title.flowAt(50 * root.unit * part) + prompt.flowAt(36 * root.unit * part))

        x: root.margin
        y: banner.y + banner.height + root.gap / 2
        width: parent.width - 2 * root.margin - (!root.portrait && root.paged ? 660 * root.unit : 0)
        height: Math.max(title.height + prompt.height, !root.portrait && root.paged ? root.bar : 0)

        Label {
            id: title
            objectName: "title"
            width: heading.width
            height: flow
            label: root.view.title
            flowing: true
            pixels: 50 * root.unit * heading.factor
            bold: true
            alignment: Text.AlignLeft
            color: Theme.primary
        }

        Label {
            id: prompt
            objectName: "prompt"
            y: title.height
            width: heading.width
            height: flow
            label: root.view.prompt
            flowing: true
            pixels: 36 * root.unit * heading.factor
            alignment: Text.AlignLeft
        }
    }

    Repeater {
        model: root.vm.tiles

        GuideRow {
            required property int index

            x: root.margin + (index % root.columns) * (root.column + root.gap)
            y: root.begin + Math.floor(index / root.columns) * (root.row + root.gap)
            width: root.column
            height: root.row
            unit: root.unit
            onTapped: root.vm.act(key)
        }
    }

    SheetButtons {
        x: parent.width - root.margin - width
        y: root.portrait ? parent.height - root.bar - root.gap : heading.y
        width: root.portrait ? parent.width - 2 * root.margin : 640 * root.unit
        height: root.bar
        visible: root.paged
        unit: root.unit
        view: root.view
        words: root.vm.words
        onTurned: way => root.vm.act(way)
    }
}
