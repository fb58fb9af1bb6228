pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// What a column of the list holds, in two languages side by side.
Item {
    id: root

    required property var lines
    required property real u
    property bool atEnd: false
    readonly property var shown: lines.slice(0, 2)

    Row {
        id: row
        x: root.atEnd ? root.width - width - 24 * root.u : 26 * root.u
        spacing: 14 * root.u

        Repeater {
            model: root.shown
            Words {
                required property var modelData
                required property int index
                objectName: root.objectName + ":" + line.language
                y: root.height * 0.66 - baselineOffset
                width: Math.min(implicitWidth, (root.width - 50 * root.u) / root.shown.length - row.spacing)
                line: modelData
                size: (index === 0 ? 36 : 30) * root.u
                color: Tints.soft
            }
        }
    }
}
