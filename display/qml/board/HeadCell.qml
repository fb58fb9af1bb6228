pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// What a column of the list holds, in two languages side by side.
Item {
    id: root

    required property var lines
    required property real u
    readonly property var shown: lines.slice(0, 2)

    Row {
        id: row
        x: 26 * root.u
        spacing: 14 * root.u

        Repeater {
            model: root.shown
            Words {
                required property var modelData
                required property int index
                objectName: root.objectName + ":" + line.language
                y: root.height * 0.66 - baselineOffset
                width: Math.min(implicitWidth, root.width - row.x - x)
                line: modelData
                size: (index === 0 ? 36 : 30) * root.u
                color: Theme.inkOnBoardSoft
            }
        }
    }
}
