import QtQuick
import Hallcall

// The number, very large, and everything its owner needs.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm
    readonly property var result: vm.result

    Rectangle {
        id: card
        anchors { top: parent.top; left: parent.left; right: parent.right; bottom: message.top; margins: 40 * root.unit; bottomMargin: 24 * root.unit }
        radius: Theme.radius * root.unit
        antialiasing: true
        color: Theme.surface
        border.color: Theme.line
        border.width: Math.max(1, 3 * root.unit)

        Item {
            id: left
            x: 0
            y: 0
            width: root.portrait ? card.width : card.width * 0.52
            height: root.portrait ? card.height * 0.46 : card.height

            Label {
                id: heading
                objectName: "yourNumber"
                anchors { top: parent.top; left: parent.left; right: parent.right; margins: 20 * root.unit }
                height: Math.min(wanted, parent.height * 0.28)
                label: root.vm.buttons.yourNumber
                pixels: 54 * root.unit
            }

            Digits {
                objectName: "number"
                anchors { top: heading.bottom; left: parent.left; right: parent.right; bottom: parent.bottom; margins: 16 * root.unit }
                text: root.result.number
                color: Theme.primary
                size: 430 * root.unit
                fontSizeMode: Text.Fit
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }

        ResultFacts {
            x: root.portrait ? 0 : left.width
            y: root.portrait ? left.height : 0
            width: card.width - x
            height: card.height - y
            unit: root.unit
            result: root.result
        }
    }

    Rectangle {
        id: message
        objectName: "slipMessage"
        anchors { left: parent.left; right: done.left; bottom: parent.bottom; leftMargin: 40 * root.unit; rightMargin: 24 * root.unit }
        height: ((root.portrait ? 220 : 150) + (root.result.failed ? 50 : 0)) * root.unit
        radius: Theme.radius * root.unit
        antialiasing: true
        color: root.result.failed ? Theme.warn : Theme.accent

        Label {
            objectName: "slip"
            anchors { fill: parent; leftMargin: 24 * root.unit; rightMargin: 24 * root.unit; topMargin: 8 * root.unit; bottomMargin: 8 * root.unit }
            label: root.result.slip
            pixels: 50 * root.unit
            bold: true
            color: root.result.failed ? Theme.inkOnWarn : Theme.inkOnAccent
            softColor: color
        }
    }

    Button {
        id: done
        objectName: "done"
        anchors { right: parent.right; bottom: parent.bottom; rightMargin: 40 * root.unit }
        width: 260 * root.unit
        height: message.height
        unit: root.unit
        label: root.vm.buttons.done
        onTapped: root.vm.done()
    }
}
