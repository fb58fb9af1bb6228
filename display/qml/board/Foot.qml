pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// The hall's notice; while the line to the core is down, since when the board is not live.
Rectangle {
    id: root

    required property var board
    required property real u
    readonly property bool dark: board.dark.length > 0

    color: dark ? Tints.call : Tints.bar

    Notice {
        objectName: "notice"
        anchors { fill: parent; leftMargin: 32 * root.u; rightMargin: 32 * root.u }
        visible: !root.dark
        lines: root.board.notices
        color: Tints.inkOnBar
        u: root.u
    }

    Row {
        id: row
        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height
        spacing: 40 * root.u
        visible: root.dark

        Repeater {
            model: root.board.dark
            Words {
                required property var modelData
                objectName: "dark:" + line.language
                y: row.height * 0.64 - baselineOffset
                width: Math.min(implicitWidth, (root.width - 160 * root.u) / root.board.dark.length)
                line: modelData
                size: 42 * root.u
                color: Tints.inkOnCall
            }
        }
    }
}
