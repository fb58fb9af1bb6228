pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// What the devices have to say before anything is chosen: that no slips come out, whose card lies there; and what
// the visitor has wished so far. Two beside each other where there is more room across.
Item {
    id: root

    required property real unit
    required property var lines
    property bool beside: false

    readonly property real spacing: 10 * unit
    readonly property int columns: beside && lines.length > 1 ? 2 : 1
    readonly property real each: (width - (columns - 1) * spacing) / columns
    readonly property var rows: {
        const rows = [];
        for (let at = 0; at < lines.length; at += columns)
            rows.push(Math.max(...lines.slice(at, at + columns).map(tall)));
        return rows;
    }

    height: rows.reduce((sum, row) => sum + row, 0) + Math.max(0, rows.length - 1) * spacing

    function tall(line: var): real {
        return Theme.labelRoom(line.value, 38 * unit, false) + 24 * unit;
    }

    Repeater {
        model: root.lines

        Rectangle {
            id: box

            required property var modelData
            required property int index
            readonly property bool warns: modelData.kind === "warn"

            x: (index % root.columns) * (root.each + root.spacing)
            y: root.rows.slice(0, Math.floor(index / root.columns)).reduce((sum, row) => sum + row + root.spacing, 0)
            width: root.each
            height: root.tall(modelData)
            radius: Theme.radius * root.unit
            antialiasing: true
            color: Theme.surface
            border.color: warns ? Theme.warn : Theme.line
            border.width: Math.max(1, (warns ? 4 : 3) * root.unit)

            Label {
                objectName: box.modelData.key
                x: 24 * root.unit
                y: 5 * root.unit
                width: box.width - 2 * x
                height: box.height - 2 * y
                label: box.modelData.value
                pixels: 38 * root.unit
                bold: box.warns
                color: box.warns ? Theme.warn : Theme.primary
                softColor: box.warns ? Theme.warn : Theme.inkSoft
            }
        }
    }
}
