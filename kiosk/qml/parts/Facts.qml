pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Lines of equal height beneath each other, the first ones the most important.
Item {
    id: root

    required property real unit
    required property var lines
    readonly property real line: (height - 24 * unit) / Math.max(1, lines.length)

    Repeater {
        model: root.lines

        Label {
            required property var modelData
            required property int index

            objectName: modelData.key
            x: 12 * root.unit
            y: x + index * root.line
            width: root.width - 2 * x
            height: root.line
            label: modelData.value
            pixels: (index === 0 ? 64 : index < 3 ? 56 : 46) * root.unit
            bold: index < 3
            color: modelData.key === "windows" || modelData.key === "step" ? Theme.primary : Theme.ink
        }
    }
}
