pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Who is called or served, as large as can be; with nobody there, what the window does or the hall tells.
Rectangle {
    id: root

    required property string number
    required property var says
    required property bool notice
    required property bool calling
    required property bool glows
    readonly property real margin: Math.min(width, height) * 0.06

    radius: margin
    antialiasing: true
    color: glows ? Theme.accent : Theme.boardRow

    BigDigits {
        objectName: "number"
        anchors { fill: parent; margins: root.margin * 0.6 }
        visible: root.number !== ""
        text: root.number
        color: root.glows ? Theme.inkOnAccent : root.calling ? Theme.accent : Theme.inkOnBoard
    }

    LineStack {
        objectName: "says"
        anchors { fill: parent; margins: root.margin * 0.6 }
        visible: root.number === "" && !root.notice
        lines: visible ? root.says : []
        firstSize: Math.min(root.height * 0.34, width * 0.16)
        restSize: Math.min(root.height * 0.2, width * 0.085)
        firstBold: true
        align: Text.AlignHCenter
    }

    Paragraph {
        objectName: "notice"
        anchors { fill: parent; margins: 2 * root.margin }
        visible: root.notice
        line: root.notice ? root.says[0] : null
        size: Math.min(root.height * 0.22, root.width * 0.1)
        color: Theme.inkOnBoardSoft
    }
}
