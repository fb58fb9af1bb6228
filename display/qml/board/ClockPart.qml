import QtQuick
import Hallcall
import "../parts"

// The time and the day, large.
Rectangle {
    id: root

    required property var board
    required property real u

    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Tints.bar

    Digits {
        objectName: "largeClock"
        y: root.height * 0.34 + size * 0.367 - baselineOffset
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.board.clock
        size: Math.min(root.height * 0.6, root.width * 0.34)
        color: Tints.inkOnBar
    }

    LineStack {
        objectName: "largeDate"
        x: 20 * root.u
        y: root.height * 0.62
        width: parent.width - 2 * x
        height: root.height * 0.34
        lines: root.board.dates.slice(0, 2)
        firstSize: Math.min(46 * root.u, root.height * 0.16)
        restSize: firstSize * 0.7
        align: Text.AlignHCenter
        firstColor: Tints.inkOnBar
        restColor: Tints.softOnBar
    }
}
