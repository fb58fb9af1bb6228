pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The notice, one language after the other; one that is longer than the line runs through it.
Item {
    id: root

    required property var lines
    required property real u
    property color color: Theme.inkOnPrimary
    readonly property int holdMs: 12000
    // 30 small steps a second read as smoothly as 60 and cost half as much.
    readonly property int stepMs: 33
    readonly property real step: 4 * u
    readonly property bool runs: words.implicitWidth > width
    property int at: 0

    function next() {
        words.x = 0;
        at = (at + 1) % Math.max(1, lines.length);
    }

    clip: true
    onLinesChanged: {
        at = 0;
        words.x = 0;
    }

    Words {
        id: words
        objectName: "noticeWords"
        y: root.height * 0.66 - baselineOffset
        line: root.lines[root.at] ?? null
        size: 46 * root.u
        shrinks: false
        color: root.color
    }

    Timer {
        objectName: "noticeHold"
        interval: root.holdMs
        repeat: true
        running: root.visible && !root.runs && root.lines.length > 1
        onTriggered: root.next()
    }

    Timer {
        objectName: "noticeRun"
        interval: root.stepMs
        repeat: true
        running: root.visible && root.runs
        onTriggered: {
            words.x -= root.step;
            if (words.x < -words.implicitWidth)
                root.next();
        }
    }
}
