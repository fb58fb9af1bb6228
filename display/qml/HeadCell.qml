pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// What a column of the list holds, in the hall's languages side by side.
Item {
    id: root

    required property var lines
    required property real u

    Row {
        id: row
        x: 20 * root.u
        height: parent.height
        spacing: 12 * root.u

        Repeater {
            model: root.lines.slice(0, 2)
            Words {
                required property var modelData
                required property int index
                objectName: root.objectName + ":" + line.language
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, (root.width - 32 * root.u) / root.lines.slice(0, 2).length)
                line: modelData
                size: (index === 0 ? 34 : 28) * root.u
                color: Theme.inkOnBoardSoft
            }
        }
    }
}
