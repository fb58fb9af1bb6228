pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Notices in turn with the clerk's number and the clock; while the line is down, since when.
Rectangle {
    id: root

    required property var pad
    readonly property bool dark: pad.dark.length > 0
    property int at: 0
    readonly property bool stacked: dark && pad.look.portrait
    readonly property real part: pad.look.finger * 0.5 / 88

    height: pad.look.finger * (stacked ? 1.1 : 0.62)
    color: dark ? Theme.accent : Theme.primary

    // In two rows rather than running through: calmer beside somebody who talks, and it costs nothing.
    Fitted {
        objectName: "notice"
        x: 16 * root.part
        width: told.x - x - 16 * root.part
        height: parent.height
        visible: text !== "" && !root.dark
        line: root.pad.notices[root.at % Math.max(1, root.pad.notices.length)] ?? null
        size: 46 * root.part
        color: Theme.inkOnPrimary
    }

    Timer {
        objectName: "noticeHold"
        interval: 12000
        repeat: true
        running: root.visible && !root.dark && root.pad.notices.length > 1
        onTriggered: root.at = (root.at + 1) % root.pad.notices.length
    }

    Row {
        id: told
        anchors { right: parent.right; rightMargin: 24 * root.part }
        height: parent.height
        spacing: 16 * root.part
        visible: !root.dark

        Words {
            objectName: "clerkLabel"
            y: parent.height * 0.66 - baselineOffset
            visible: root.pad.rest.clerk !== ""
            line: root.pad.rest.label[0] ?? null
            size: 36 * root.part
            shrinks: false
            color: Theme.inkOnPrimarySoft
        }

        Digits {
            objectName: "clerk"
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            visible: text !== ""
            text: root.pad.rest.clerk
            size: 46 * root.part
            color: Theme.inkOnPrimary
        }

        Digits {
            objectName: "clock"
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: root.pad.clock
            size: 46 * root.part
            color: Theme.inkOnPrimary
        }
    }

    LineStack {
        objectName: "darkLines"
        anchors { fill: parent; margins: 6 * root.part }
        visible: root.stacked
        lines: root.pad.dark
        firstSize: 56 * root.part
        restSize: 40 * root.part
        firstColor: Theme.inkOnAccent
        restColor: Theme.inkOnAccent
        align: Text.AlignHCenter
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height
        spacing: 32 * root.part
        visible: root.dark && !root.stacked

        Repeater {
            model: root.pad.dark
            Words {
                required property var modelData
                objectName: "dark:" + line.language
                y: root.height * 0.66 - baselineOffset
                width: Math.min(implicitWidth, (root.width - 100 * root.part) / root.pad.dark.length)
                line: modelData
                size: 42 * root.part
                color: Theme.inkOnAccent
            }
        }
    }
}
