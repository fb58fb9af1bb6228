pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// What is typed, what was found, and the keyboard: below on a tall screen, beside on a wide one.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm
    readonly property var view: vm.view
    // A screen of 4:3 is laid out as a tall one, and yet has its room at the side.
    readonly property bool below: width < 1.2 * height
    readonly property bool paged: view.sheet.text !== ""
    readonly property real margin: 40 * unit
    // Beside each other the keys get more than half where that is still less than a finger needs.
    readonly property real share: Theme.finger > 0 && (width - 3 * margin) / 2 < 11 * Theme.finger ? 0.38 : 0.5
    readonly property real column: below ? width - 2 * margin : (width - 3 * margin) * share
    readonly property real turner: Math.max(112 * unit, Theme.finger)

    Rectangle {
        id: line
        x: root.margin
        y: 16 * root.unit
        width: root.column
        height: 132 * root.unit
        radius: Theme.radius * root.unit
        antialiasing: true
        color: Theme.surface
        border.color: Theme.primary
        border.width: Math.max(1, 4 * root.unit)

        Said {
            objectName: "typed"
            x: 28 * root.unit
            y: 6 * root.unit
            width: line.width - 2 * x
            height: line.height - 2 * y
            said: ({ text: root.view.entry ? root.view.entry.shown : "", lang: /[\u0f00-\u0fff]/.test(root.view.entry ? root.view.entry.shown : "") ? "bo" : "en" })
            pixels: 60 * root.unit
            bold: true
            color: Theme.primary
        }

        Label {
            objectName: "hint"
            x: 28 * root.unit
            y: 6 * root.unit
            width: line.width - 2 * x
            height: line.height - 2 * y
            visible: root.view.entry !== null && root.view.entry !== undefined && root.view.entry.shown === ""
            label: root.view.prompt
            pixels: 44 * root.unit
            alignment: Text.AlignLeft
            color: Theme.inkSoft
        }
    }

    Label {
        id: prompt
        objectName: "prompt"
        x: root.margin
        y: line.y + line.height + 8 * root.unit
        width: root.column
        height: visible ? 84 * root.unit : 0
        // Where there are sheets their number says enough, and the tiles need the room.
        visible: !root.paged && root.view.entry !== null && root.view.entry !== undefined && root.view.entry.shown !== ""
        label: root.view.prompt
        pixels: 36 * root.unit
        alignment: Text.AlignLeft
    }

    Item {
        id: results
        x: root.margin
        y: prompt.y + prompt.height + 12 * root.unit
        width: root.column
        height: (root.below ? keys.y - 20 * root.unit : root.height) - y

        TileGrid {
            objectName: "tiles"
            width: parent.width
            height: parent.height - (root.paged ? root.turner + 16 * root.unit : 0)
            unit: root.unit
            tiles: root.vm.tiles
            onChosen: key => root.vm.act(key)
        }

        Repeater {
            model: root.vm.lines

            Label {
                required property string key
                required property var value

                objectName: key
                width: results.width
                height: Math.min(wanted * 2.2, results.height)
                y: Math.max(0, (results.height - height) / 2)
                label: value
                pixels: 46 * root.unit
            }
        }

        SheetButtons {
            y: results.height - height
            width: results.width
            height: root.turner
            visible: root.paged
            unit: root.unit
            view: root.view
            words: root.vm.words
            onTurned: way => root.vm.act(way)
        }
    }

    Keyboard {
        id: keys
        objectName: "keyboard"
        x: root.below ? root.margin : root.column + 2 * root.margin
        y: root.below ? root.height - height : 16 * root.unit
        width: root.below ? root.column : root.width - x - root.margin
        height: root.below ? implicitHeight : Math.min(root.height - y, implicitHeight * 1.4)
        unit: root.unit
        rows: root.vm.keyboard
        onPressed: key => root.vm.act("letter:" + key)
    }
}
