pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// What the window does for people: a queue in every language; where it serves several they take turns.
Rectangle {
    id: root

    required property var lines
    required property string page
    readonly property real margin: Math.min(width, height) * 0.08
    readonly property real room: width - 4 * margin - (pages.visible ? pages.width + margin : 0)
    // The other languages share a line, where there is room beside each other.
    readonly property bool wide: width > height * 2.6

    radius: margin
    antialiasing: true
    color: Theme.boardRow

    LinePair {
        objectName: "matter"
        x: 2 * root.margin
        y: root.margin
        width: root.room
        height: root.height - 2 * root.margin
        visible: root.wide
        lines: visible ? root.lines : []
    }

    LineStack {
        objectName: "matter"
        x: 2 * root.margin
        y: root.margin
        width: root.room
        height: root.height - 2 * root.margin
        visible: !root.wide
        lines: visible ? root.lines : []
        firstSize: Math.min(root.height * 0.46, width * 0.16)
        restSize: Math.min(root.height * 0.27, width * 0.09)
        firstBold: true
    }

    Words {
        id: pages
        objectName: "matterPage"
        anchors { right: parent.right; rightMargin: root.margin }
        y: root.height - root.margin - height
        line: ({ language: "en", text: root.page })
        size: Math.min(root.height * 0.17, root.width * 0.06)
        shrinks: false
        color: Theme.inkOnBoardSoft
    }
}
