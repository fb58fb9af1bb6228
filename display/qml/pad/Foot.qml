pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Notices in turn with the clerk's number and the clock; while the line is down, since when.
Rectangle {
    id: root

    required property var pad
    readonly property bool dark: pad.dark.length > 0
    readonly property bool stacked: dark && pad.look.portrait
    // The words move with the resting picture: no panel lights the same px for months.
    readonly property real shift: (1 + pad.rest.drift[0]) * 8 * part
    readonly property real part: pad.look.finger * 0.5 / 88

    height: pad.look.finger * (stacked ? 1.1 : 0.5)
    color: dark ? Theme.accent : Theme.primary

    Notice {
        objectName: "notice"
        x: 16 * root.part + root.shift
        width: told.x - x - 16 * root.part
        height: parent.height
        visible: !root.dark
        lines: root.pad.notices
        u: root.part
    }

    Row {
        id: told
        anchors { right: parent.right; rightMargin: 32 * root.part - root.shift }
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
