pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// How many wait where, and beside it, where there is room, which windows work.
Item {
    id: root

    required property var board
    required property bool portrait
    required property real u
    readonly property real gap: 14 * u
    readonly property int columns: portrait ? 3 : tiles.count <= 3 ? 5 : 6
    readonly property real labelWidth: 190 * u
    readonly property real tilesX: labelWidth + gap
    readonly property real tileWidth: (width - tilesX - gap * (columns - 1)) / columns
    readonly property real tileHeight: portrait ? (height - gap) / 2 : height
    readonly property bool hasRoom: portrait ? tiles.count <= columns : tiles.count <= 4
    readonly property real windowsX: portrait ? tilesX : tilesX + tiles.count * (tileWidth + gap)

    LineStack {
        objectName: "waitingLabel"
        x: 12 * root.u
        width: root.labelWidth - x
        height: root.tileHeight - (pages.visible ? 30 * root.u : 0)
        lines: root.board.waitingLabel
        firstSize: 38 * root.u
        restSize: 28 * root.u
        firstColor: Theme.inkOnBoardSoft
    }

    Words {
        id: pages
        objectName: "tilePage"
        x: 12 * root.u
        y: root.tileHeight - height
        line: ({ language: "en", text: root.board.tilePage })
        size: 24 * root.u
        shrinks: false
        color: Theme.inkOnBoardSoft
    }

    Grid {
        x: root.tilesX
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
}
