pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Who is called or served, as large as can be; with nobody there, what the window does or the hall tells.
Rectangle {
    id: root

    required property string number
    required property var name
    required property var says
    required property bool notice
    required property bool calling
    required property bool glows
    readonly property real margin: Math.min(width, height) * 0.06
    // A name stands beside the number in a wide field, below it in the others.
    readonly property bool named: name.length > 0
    readonly property bool beside: width > height * 2.4
    readonly property real inner: margin * 0.6

    readonly property color ink: glows ? Theme.inkOnAccent : calling ? Theme.accent : Theme.inkOnBoard

    radius: margin
    antialiasing: true
    color: glows ? Theme.accent : Theme.boardRow

    BigDigits {
        objectName: "number"
        x: root.inner
        y: root.inner
        width: (root.width - 2 * root.inner) * (root.named && root.beside ? 0.68 : 1)
        height: (root.height - 2 * root.inner) * (root.named && !root.beside ? 0.68 : 1)
        visible: root.number !== ""
        text: root.number
        color: root.ink
    }

    LineStack {
        objectName: "masked"
        x: root.beside ? root.width * 0.7 : root.inner
        y: root.beside ? root.inner : root.height * 0.68
        width: root.width - x - root.inner
        height: root.height - y - root.inner
        visible: root.named
        lines: root.name
        firstSize: root.beside ? Math.min(height * 0.5, width * 0.34) : height * 0.85
        restSize: firstSize
        firstBold: true
        align: Text.AlignHCenter
        firstColor: root.ink
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
