pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// A face with its word: the word below it, or beside it where the key is wide.
Rectangle {
    id: root

    required property var face
    required property var look
    readonly property bool wide: width > height
    readonly property real edge: look.finger * 0.1
    readonly property real side: wide ? height - 2 * edge : Math.min(width - 2 * edge, height * 0.58)
    signal tapped

    radius: look.finger * 0.14
    antialiasing: true
    color: area.pressed ? Theme.surfacePressed : Theme.surface
    border.color: area.pressed ? Theme.primary : Theme.line
    border.width: Math.max(1, look.finger * (area.pressed ? 0.05 : 0.02))
    Accessible.role: Accessible.Button
    Accessible.name: face.line.text
    Accessible.onPressAction: tapped()

    Face {
        x: root.wide ? root.edge * 2 : (root.width - width) / 2
        y: root.edge
        width: root.side
        height: root.side
        level: root.face.level
    }

    Fitted {
        objectName: "word:" + root.face.level
        x: root.wide ? root.side + 4 * root.edge : root.edge * 0.5
        y: root.wide ? root.edge * 0.5 : root.side + 1.5 * root.edge
        width: root.width - x - (root.wide && root.look.digits ? 5 : 0.5) * root.edge
        height: root.height - y - root.edge * (root.wide || !root.look.digits ? 0.5 : 4)
        line: root.face.line
        // As wide as the longest of the five in Chinese, so that all are equally large.
        size: Math.min(root.look.finger * 0.42, root.wide ? root.height * 0.5 : root.width / 5.4)
        least: root.look.finger * 0.14
        font.bold: true
        horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
        Accessible.ignored: true
    }

    Digits {
        objectName: "digit:" + root.face.level
        anchors { right: root.wide ? root.right : undefined; rightMargin: root.edge * 2 }
        x: (root.width - width) / 2
        y: root.wide ? (root.height - height) / 2 : root.height - height - root.edge * 0.3
        visible: root.look.digits
        text: root.face.level
        size: root.look.finger * 0.3
        color: Theme.primary
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
