import QtQuick
import Hallcall

// The zones, the queues of one zone, or the frequent matters: a heading, tiles, and buttons; the buttons stand
// below the tiles on a tall screen and beside the heading on a wide one.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm
    readonly property var choice: vm.choice
    readonly property bool atStart: choice.title.main.text === ""
    readonly property bool paged: choice.sheet.text !== ""
    readonly property bool onRight: paged || hasMatters
    readonly property bool barBelow: portrait && (!atStart || onRight)
    readonly property real margin: 40 * unit
    readonly property real bar: 132 * unit
    readonly property bool hasMatters: choice.matters.main.text !== ""
    readonly property bool onLeft: !atStart || (paged && hasMatters)
    readonly property real leftRoom: portrait || !onLeft ? margin : margin + (atStart ? 540 : 380) * unit
    readonly property real rightRoom: portrait || !onRight ? margin : margin + (paged ? 660 : 540) * unit

    ChoiceLines {
        id: lines
        objectName: "lines"
        x: root.margin
        y: 14 * root.unit
        width: parent.width - 2 * root.margin
        unit: root.unit
        choice: root.choice
    }

    Item {
        id: heading
        x: root.leftRoom
        y: lines.y + lines.height + (lines.height > 0 ? 18 : 4) * root.unit
        width: parent.width - root.leftRoom - root.rightRoom
        height: root.portrait ? title.height + prompt.height : root.bar

        Label {
            id: title
            objectName: "title"
            width: parent.width
            height: !visible ? 0 : root.portrait ? Math.min(wanted, 150 * root.unit) : parent.height
            label: root.choice.title
            pixels: 58 * root.unit
            bold: true
            color: Theme.primary
        }

        Label {
            id: prompt
            objectName: "prompt"
            y: title.height
            width: parent.width
            height: root.portrait ? Math.min(wanted, 130 * root.unit) : parent.height - title.height
            visible: root.portrait || root.atStart
            label: root.choice.prompt
            pixels: (root.atStart ? 50 : 40) * root.unit
        }
    }

    TileGrid {
        objectName: "tiles"
        x: root.margin
        y: heading.y + heading.height + 20 * root.unit
        width: parent.width - 2 * root.margin
        height: parent.height - y - (root.barBelow ? root.bar + 28 * root.unit : 0)
        unit: root.unit
        tiles: root.vm.tiles
        onChosen: key => root.vm.choose(key)
    }

    Button {
        objectName: "back"
        shown: !root.atStart
        x: root.margin
        y: root.portrait ? parent.height - root.bar : heading.y
        height: root.bar
        unit: root.unit
        label: root.vm.buttons.back
        onTapped: root.vm.back()
    }

    Button {
        objectName: "matters"
        x: root.paged ? root.margin : root.portrait ? (parent.width - width) / 2 : parent.width - root.margin - width
        y: root.portrait ? parent.height - root.bar : heading.y
        width: (root.portrait && root.paged ? 330 : 500) * root.unit
        height: root.bar
        unit: root.unit
        label: root.choice.matters
        onTapped: root.vm.openMatters()
    }

    SheetButtons {
        x: parent.width - root.margin - width
        y: root.portrait ? parent.height - root.bar : heading.y
        width: 640 * root.unit
        height: root.bar
        visible: root.paged
        unit: root.unit
        choice: root.choice
        buttons: root.vm.buttons
        onTurned: sheets => root.vm.turn(sheets)
    }
}
