pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Tiles as large as fit, in as many columns as make them largest.
Item {
    id: root

    required property real unit
    required property var tiles
    signal chosen(string key)

    readonly property int count: tiles.count

    // Twenty zones stand in sight at once: then the tiles come first.
    readonly property real gap: (count > 12 ? 12 : 22) * unit
    readonly property real tallest: 320 * unit * Theme.scale
    readonly property int columns: bestColumns(count)
    readonly property int rows: Math.ceil(count / columns)
    readonly property real tileWidth: (width - gap * (columns - 1)) / columns
    readonly property real above: Math.max(0, (height - rows * tileHeight - (rows - 1) * gap) / 2)
    readonly property real tileHeight: Math.min(tallest, (height - gap * (rows - 1)) / rows)

    function bestColumns(count: int): int {
        let best = 1, largest = 0;
        for (let columns = 1; columns <= 6; columns++) {
            const rows = Math.max(1, Math.ceil(count / columns));
            const wide = (width - gap * (columns - 1)) / columns;
            const tall = Math.min(tallest, (height - gap * (rows - 1)) / rows);
            // A finger has to meet it, where that can be.
            const size = Math.min(wide / 3.4, tall) * (Math.min(wide, tall) < Theme.finger ? 0.01 : 1);
            if (size > largest * 1.01) {
                largest = size;
                best = columns;
            }
        }
        return best;
    }

    Repeater {
        model: root.tiles

        Tile {
            required property int index

            x: (index % root.columns) * (root.tileWidth + root.gap)
            y: root.above + Math.floor(index / root.columns) * (root.tileHeight + root.gap)
            width: root.tileWidth
            height: root.tileHeight
            unit: root.unit
            onTapped: root.chosen(key)
        }
    }
}
