pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Before the hall is known: the same calm page in every hall.
Item {
    id: root

    required property var lines
    required property real u

    Column {
        anchors.centerIn: parent
        width: parent.width * 0.9
        spacing: 10 * root.u

        Repeater {
            model: root.lines
            Words {
                required property var modelData
                required property int index
                objectName: "connecting:" + line.language
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                line: modelData
                size: (index === 0 ? 92 : 56) * root.u
                color: index === 0 ? Theme.inkOnBoard : Theme.inkOnBoardSoft
            }
        }
    }
}
