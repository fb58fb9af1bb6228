pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// One call: number, queue, window. Who is still expected is bright and has a bar at the left edge.
Rectangle {
    id: root

    required property string key
    required property string number
    required property string window
    required property var names
    required property bool calling
    required property bool flashing
    required property bool lit
    required property bool compact
    required property real u
    readonly property bool glows: root.flashing && root.lit
    readonly property color ink: glows ? Theme.inkOnAccent : root.calling ? Theme.accent : Theme.inkOnBoardSoft
    readonly property real numbersWidth: compact ? width * 0.52 : width * 0.3

    objectName: "row:" + number
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: glows ? Theme.accent : Theme.boardRow

    Rectangle {
        objectName: "bar"
        width: 10 * root.u
        height: parent.height
        radius: width / 2
        antialiasing: true
        visible: root.calling
        color: root.ink
    }

    Text {
        objectName: "number"
        x: 26 * root.u
        width: root.numbersWidth - x
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.number
        font { family: Theme.family("en"); pixelSize: Math.min(68 * root.u, root.height * 0.66); bold: true }
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 30 * root.u
        color: root.ink
        textFormat: Text.PlainText
    }

    Column {
        x: root.numbersWidth + 16 * root.u
        width: root.width * 0.45 - 24 * root.u
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.compact

        Repeater {
            model: root.compact ? [] : root.names
            Words {
                required property var modelData
                required property int index
                objectName: "queue:" + line.language
                width: parent.width
                line: modelData
                size: (index === 0 ? 34 : 22) * root.u
                color: root.glows ? Theme.inkOnAccent : Theme.inkOnBoardSoft
            }
        }
    }

    Arrow {
        x: root.compact ? root.numbersWidth + 4 * root.u : root.width * 0.77
        anchors.verticalCenter: parent.verticalCenter
        width: 44 * root.u
        height: 36 * root.u
        color: root.ink
    }

    Text {
        objectName: "window"
        anchors { right: parent.right; rightMargin: 26 * root.u }
        width: root.width * (root.compact ? 0.28 : 0.13)
        height: parent.height
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        text: root.window
        font { family: Theme.family("en"); pixelSize: Math.min(68 * root.u, root.height * 0.66); bold: true }
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 30 * root.u
        color: root.ink
        textFormat: Text.PlainText
    }
}
