pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Nobody was called yet.
Item {
    id: root

    required property var hero
    required property real u

    Column {
        anchors.centerIn: parent
        width: parent.width - 80 * root.u

        Words {
            objectName: "welcome"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            line: root.hero.headline[0] ?? null
            size: 150 * root.u
            font.bold: true
        }

        Repeater {
            model: root.hero.sentences
            Words {
                required property var modelData
                required property int index
                objectName: "greeting:" + line.language
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                line: modelData
                size: (index === 0 ? 72 : 56) * root.u
                color: Theme.inkOnBoardSoft
            }
        }
    }
}
