pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Between two visitors: which window this is, whether it is open, and a key for who wants to rate unasked.
Rectangle {
    id: root

    required property var pad
    readonly property var look: pad.look
    readonly property var rest: pad.rest
    readonly property real finger: look.finger
    readonly property bool rates: rest.rate.length > 0
    readonly property bool tellsQueues: rest.status.length === 0 && rest.queues.length > 0 && !rates
    readonly property real foot: finger * 0.7

    color: Theme.board

    Item {
        x: root.finger * 0.3
        y: root.finger * 0.2
        width: root.width - root.finger * 0.6
        height: root.height - root.foot - root.finger * 0.4 - (root.rates ? root.finger * 1.7 : 0)

        LineStack {
            objectName: "window"
            width: parent.width
            height: parent.height * (root.rest.status.length > 0 ? 0.5 : root.tellsQueues ? 0.62 : 1)
            lines: root.rest.names
            firstSize: Math.min(root.finger * 1.3, width / 6)
            restSize: firstSize * 0.5
            firstBold: true
            align: Text.AlignHCenter
        }

        LineStack {
            objectName: "queues"
            y: parent.height * 0.64
            width: parent.width
            height: parent.height * 0.36
            visible: root.tellsQueues
            lines: root.rest.queues
            firstSize: root.finger * 0.4
            restSize: root.finger * 0.28
            firstColor: Theme.inkOnBoardSoft
            align: Text.AlignHCenter
        }

        LineStack {
            objectName: "status"
            y: parent.height * 0.53
            width: parent.width
            height: parent.height * 0.47
            visible: root.rest.status.length > 0
            lines: root.rest.status
            firstSize: root.finger * 0.6
            restSize: root.finger * 0.4
            firstBold: true
            firstColor: Theme.accent
            align: Text.AlignHCenter
        }
    }

    Rectangle {
        objectName: "rate"
        x: (root.width - width) / 2
        y: root.height - root.foot - height - root.finger * 0.15
        width: Math.min(root.width - root.finger * 0.4, root.finger * 5)
        height: root.finger * 1.5
        visible: root.rates
        radius: root.finger * 0.16
        antialiasing: true
        color: area.pressed ? Theme.inkOnBoard : Theme.accent
        Accessible.role: Accessible.Button
        Accessible.name: root.rest.rate[0]?.text ?? ""
        Accessible.onPressAction: root.pad.rate()

        LineStack {
            objectName: "rateWords"
            anchors { fill: parent; margins: root.finger * 0.08 }
            lines: root.rest.rate
            firstSize: root.finger * 0.44
            restSize: root.finger * 0.32
            firstBold: true
            firstColor: Theme.inkOnAccent
            restColor: Theme.inkOnAccent
            align: Text.AlignHCenter
        }

        MouseArea {
            id: area
            anchors.fill: parent
            onClicked: root.pad.rate()
        }
    }
}
