pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// The screen above a window; where it has several they stand side by side, one below the other on an upright one.
Rectangle {
    id: root

    required property var windows
    // The picture is turned clockwise by so many degrees.
    required property int turn

    color: Theme.board

    Item {
        id: page
        readonly property bool upright: root.turn % 180 === 0
        readonly property bool wide: width >= height
        // Wider where two windows stand beside each other: nobody takes one's number for the other's.
        readonly property real gap: Math.min(width, height) * 0.02 * (cells.count > 1 ? 0.8 : 1)
        readonly property real apart: cells.count > 1 ? gap : 0
        readonly property bool dark: root.windows.dark.length > 0
        readonly property real bar: dark ? (wide ? Math.max(height * 0.1, Math.min(width * 0.05, height * 0.16)) : height * 0.11) : 0
        // At most four in a line.
        readonly property int lines: Math.max(1, Math.ceil(cells.count / 4))
        readonly property int inLine: Math.ceil(cells.count / lines)
        readonly property int across: Math.max(1, wide ? inLine : lines)
        readonly property int down: Math.max(1, wide ? lines : inLine)
        readonly property real cellWidth: width / across
        readonly property real cellHeight: (height - bar) / down

        anchors.centerIn: parent
        width: upright ? root.width : root.height
        height: upright ? root.height : root.width
        rotation: root.turn

        Connecting {
            objectName: "connecting"
            anchors.fill: parent
            visible: root.windows.connecting
            lines: root.windows.connectingLines
            u: Math.min(page.width / 1080, page.height / 480)
        }

        Repeater {
            id: cells
            model: root.windows.cells
            WindowCell {
                required property int index
                objectName: "cell:" + key
                x: page.gap + page.apart / 2 + (index % page.across) * page.cellWidth
                y: page.gap + page.apart / 2 + Math.floor(index / page.across) * page.cellHeight
                width: page.cellWidth - 2 * page.gap - page.apart
                height: page.cellHeight - 2 * page.gap - page.apart
                lit: root.windows.lit
            }
        }

        Repeater {
            model: page.across - 1
            Rectangle {
                required property int index
                x: (index + 1) * page.cellWidth - width / 2
                width: page.gap * 0.3
                height: page.height - page.bar
                color: Theme.inkOnBoardSoft
            }
        }

        Repeater {
            model: page.down - 1
            Rectangle {
                required property int index
                y: (index + 1) * page.cellHeight - height / 2
                width: page.width
                height: page.gap * 0.3
                color: Theme.inkOnBoardSoft
            }
        }

        DarkBar {
            objectName: "darkBar"
            y: page.height - height
            width: page.width
            height: page.bar
            visible: page.dark
            lines: root.windows.dark
        }

        Text {
            objectName: "fault"
            anchors { right: parent.right; bottom: parent.bottom; margins: 4 }
            visible: root.windows.fault !== ""
            text: root.windows.fault
            font.pixelSize: Math.max(12, Math.min(page.width, page.height) * 0.03)
            color: Theme.accent
            textFormat: Text.PlainText
        }
    }
}
