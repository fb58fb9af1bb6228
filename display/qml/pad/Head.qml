pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// What is asked, and the keys to be asked in another language.
Item {
    id: root

    required property var line
    required property var languages
    required property var look
    readonly property real keyWidth: look.finger * (look.portrait ? 1.0 : 1.3)
    signal chosen(string language)

    Fitted {
        objectName: "title"
        width: parent.width - root.languages.length * (root.keyWidth + root.look.gap)
        height: parent.height
        line: root.line
        size: root.look.finger * 0.5
        least: root.look.finger * 0.16
        font.bold: true
    }

    Row {
        anchors.right: parent.right
        height: parent.height
        spacing: root.look.gap

        Repeater {
            model: root.languages
            TouchKey {
                required property var modelData
                objectName: "language:" + modelData.id
                width: root.keyWidth
                height: root.height
                line: modelData.line
                finger: root.look.finger
                size: finger * 0.3
                onTapped: root.chosen(modelData.id)
            }
        }
    }
}
