pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// The same said in several languages, the first one largest, each wrapped in its share of the height.
Item {
    id: root

    required property var lines
    required property real size
    required property color color
    readonly property real shares: 1.5 + Math.max(0, lines.length - 1)

    Repeater {
        model: root.lines
        Fitted {
            required property var modelData
            required property int index
            readonly property real share: root.height / root.shares
            objectName: root.objectName + ":" + language
            y: index === 0 ? 0 : share * (index + 0.5)
            width: root.width
            height: share * (index === 0 ? 1.5 : 1)
            line: modelData
            keepsLine: true
            size: index === 0 ? root.size : root.size * 0.62
            least: root.size * 0.2
            font.bold: index === 0
            color: index === 0 ? root.color : Theme.inkOnBoardSoft
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
