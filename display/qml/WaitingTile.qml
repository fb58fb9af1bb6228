pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// How many wait in one queue or zone.
Rectangle {
    id: root

    required property string key
    required property var names
    required property string waiting
    required property real u

    objectName: "tile:" + key
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Theme.boardRow

    Column {
        x: 20 * root.u
        width: parent.width - count.width - 48 * root.u
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: root.names
            Words {
                required property var modelData
                required property int index
                objectName: "name:" + line.language
                width: parent.width
                line: modelData
                size: (index === 0 ? 36 : 26) * root.u
                color: index === 0 ? Theme.inkOnBoard : Theme.inkOnBoardSoft
            }
        }
    }

    Text {
        id: count
        objectName: "waiting"
        anchors { right: parent.right; rightMargin: 22 * root.u; verticalCenter: parent.verticalCenter }
        text: root.waiting
        font { family: Theme.family("en"); pixelSize: 76 * root.u; bold: true }
        color: Theme.inkOnBoard
        textFormat: Text.PlainText
    }
}
