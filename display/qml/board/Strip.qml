pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// How many wait where, and beside it, where there is room, which windows work.
Item {
    id: root

    required property var board
    required property real u
    readonly property real gap: 14 * u
    readonly property int rows: board.plan.tileLines
    readonly property int most: board.plan.tilesAcross
    // Two rows: as many in each. One row without the windows' states beside it: over all of it.
    readonly property int inRow: rows > 1 ? Math.ceil(tiles.count / (hasRoom ? rows - 1 : rows)) : Math.max(3, tiles.count)
    readonly property int columns: rows === 1 && hasRoom ? (tiles.count <= most / 2 ? Math.max(1, most - 1) : most) : Math.max(1, Math.min(most, inRow))
    readonly property real labelWidth: 190 * u
    readonly property real tilesX: labelWidth + gap
    readonly property real tileWidth: (width - tilesX - gap * (columns - 1)) / columns
    readonly property real tileHeight: (height - gap * (rows - 1)) / rows
    readonly property bool alone: !board.places.some(place => place.part === "windows")
    readonly property bool hasRoom: alone && (rows > 1 ? tiles.count <= most * (rows - 1) : tiles.count <= most - 2)
    readonly property real windowsX: rows > 1 ? tilesX : tilesX + tiles.count * (tileWidth + gap)

    LineStack {
        objectName: "waitingLabel"
        x: 12 * root.u
        width: root.labelWidth - x
        height: root.height
        lines: root.board.waitingLabel
        firstSize: 38 * root.u * Tints.letters
        restSize: 28 * root.u * Tints.letters
        firstColor: Tints.soft
        restColor: Tints.soft
    }

    Words {
        id: pages
        objectName: "tilePage"
        x: root.labelWidth - width
        y: root.height - height
        line: ({ language: "en", text: root.board.tilePage })
        size: 28 * root.u
        shrinks: false
        color: Tints.soft
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
        y: root.rows > 1 ? (root.rows - 1) * (root.tileHeight + root.gap) : 0
        width: root.width - x
        height: root.tileHeight
        visible: root.hasRoom && root.board.windows.length > 0
        lines: root.board.windows
        u: root.u
    }
}
