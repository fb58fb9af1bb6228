pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Which windows are open and which paused, each with its word.
Rectangle {
    id: root

    required property var lines
    required property real u

    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Theme.boardRow

    Column {
        x: 24 * root.u
        width: parent.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: root.lines
            Row {
                id: row
                required property var modelData
                width: parent.width
                height: root.height * 0.46
                spacing: 20 * root.u

                Repeater {
                    model: row.modelData.labels
                    Words {
                        required property var modelData
                        required property int index
                        objectName: (row.modelData.paused ? "paused:" : "open:") + line.language
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, row.width / row.modelData.labels.length - row.spacing)
                        line: modelData
                        size: (index === 0 ? 36 : 28) * root.u
                        color: row.modelData.paused ? Theme.accent : Theme.inkOnBoardSoft
                    }
                }

                Text {
                    objectName: row.modelData.paused ? "pausedWindows" : "openWindows"
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, row.width - x)
                    text: row.modelData.numbers
                    font { family: Theme.family("en"); pixelSize: 48 * root.u; bold: true }
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 20 * root.u
                    color: row.modelData.paused ? Theme.accent : Theme.inkOnBoard
                    textFormat: Text.PlainText
                }
            }
        }
    }
}
