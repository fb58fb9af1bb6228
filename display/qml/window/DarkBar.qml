pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Since when the screen is not live.
Rectangle {
    id: root

    required property var lines
    readonly property bool stacked: width < height * 9
    readonly property real margin: height * 0.1

    color: Theme.accent

    LineRow {
        objectName: "dark"
        x: root.margin * 2
        width: root.width - 2 * x
        height: root.height
        visible: !root.stacked
        lines: root.stacked ? [] : root.lines
        firstSize: root.height * 0.5
        restSize: root.height * 0.44
        color: Theme.inkOnAccent
    }

    LineStack {
        objectName: "dark"
        x: root.margin
        y: root.margin
        width: root.width - 2 * x
        height: root.height - 2 * y
        visible: root.stacked
        lines: root.stacked ? root.lines : []
        firstSize: root.height * 0.3
        restSize: root.height * 0.24
        firstColor: Theme.inkOnAccent
        restColor: Theme.inkOnAccent
        align: Text.AlignHCenter
    }
}
