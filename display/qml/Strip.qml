pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// How many wait where, and beside it, where there is room, which windows work.
Item {
    id: root

    required property var board
    required property bool portrait
    required property real u
    readonly property real gap: 14 * u
    readonly property int columns: portrait ? 3 : 6
    readonly property real tileWidth: (width - gap * (columns - 1)) / columns
    readonly property real tileHeight: portrait ? (height - gap) / 2 : height
    readonly property bool hasRoom: tiles.count <= columns - (portrait ? 0 : 2)
    readonly property real windowsX: portrait ? 0 : tiles.count * (tileWidth + gap)

    Grid {
        columns: root.columns
        spacing: root.gap

        Repeater {
            id: tiles
            model: root.board.tiles
            WaitingTile {
                width: root.tileWidth
                height: root.tileHeight
                u: root.u
            }
        }
    }

    WindowStates {
        objectName: "windows"
        x: root.windowsX
        y: root.portrait ? root.tileHeight + root.gap : 0
        width: root.width - x
        height: root.tileHeight
        visible: root.hasRoom && root.board.windows.length > 0
        lines: root.board.windows
        u: root.u
    }

    Text {
        objectName: "tilePage"
        anchors { right: parent.right; bottom: parent.top; bottomMargin: -4 * root.u }
        visible: text !== ""
        text: root.board.tilePage
        font { family: Theme.family("en"); pixelSize: 20 * root.u }
        color: Theme.inkOnBoardSoft
        textFormat: Text.PlainText
    }
}
