pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The zones, the queues of one zone, or the frequent matters: a prompt, tiles, and buttons below.
Item {
    id: root

    required property real unit
    required property var vm
    readonly property var choice: vm.choice
    readonly property bool atStart: choice.title.main.text === ""
    readonly property bool paged: choice.sheet.text !== ""
    readonly property bool bar: !atStart || paged || choice.matters.main.text !== ""

    Label {
        id: title
        objectName: "title"
        anchors { top: parent.top; left: parent.left; right: parent.right; margins: 40 * root.unit; topMargin: 20 * root.unit }
        height: visible ? Math.min(wanted, 150 * root.unit) : 0
        label: root.choice.title
        pixels: 60 * root.unit
        bold: true
        color: Theme.primary
    }

    Label {
        id: prompt
        objectName: "prompt"
        anchors { top: title.bottom; left: parent.left; right: parent.right; margins: 40 * root.unit; topMargin: root.atStart ? 4 * root.unit : 0 }
        height: Math.min(wanted, 130 * root.unit)
        label: root.choice.prompt
        pixels: (root.atStart ? 50 : 42) * root.unit
    }

    TileGrid {
        objectName: "tiles"
        anchors { top: prompt.bottom; left: parent.left; right: parent.right; bottom: buttons.top; margins: 40 * root.unit; topMargin: 20 * root.unit; bottomMargin: root.bar ? 28 * root.unit : 0 }
        unit: root.unit
        tiles: root.vm.tiles
        onChosen: key => root.vm.choose(key)
    }

    Item {
        id: buttons
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: 40 * root.unit; rightMargin: 40 * root.unit }
        height: root.bar ? 132 * root.unit : 0

        Button {
            objectName: "back"
            shown: !root.atStart
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
            unit: root.unit
            label: root.vm.buttons.back
            onTapped: root.vm.back()
        }

        Button {
            objectName: "matters"
            anchors { top: parent.top; bottom: parent.bottom }
            anchors.horizontalCenter: root.paged ? undefined : parent.horizontalCenter
            width: Math.min(560 * root.unit, parent.width * 0.52)
            unit: root.unit
            label: root.choice.matters
            onTapped: root.vm.openMatters()
        }

        SheetButtons {
            anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
            visible: root.paged
            width: Math.min(parent.width * 0.64, 640 * root.unit)
            unit: root.unit
            choice: root.choice
            buttons: root.vm.buttons
            onTurned: sheets => root.vm.turn(sheets)
        }
    }
}
