import QtQuick
import Hallcall

// How many are first and how long that takes, where to go, what for, and with which step it begins.
Item {
    id: root

    required property real unit
    required property var result
    // A visit of one step has no line for it.
    readonly property bool several: result.step.main.text !== ""
    readonly property real line: (height - 24 * unit) / (several ? 6 : 5)

    Column {
        anchors { fill: parent; margins: 12 * root.unit }

        Label {
            objectName: "ahead"
            width: parent.width
            height: root.line
            label: root.result.ahead
            pixels: 64 * root.unit
            bold: true
        }

        Label {
            objectName: "wait"
            width: parent.width
            height: root.line
            label: root.result.wait
            pixels: 56 * root.unit
            bold: true
        }

        Label {
            objectName: "windows"
            width: parent.width
            height: root.line
            label: root.result.windows
            pixels: 56 * root.unit
            bold: true
            color: Theme.primary
        }

        Label {
            objectName: "place"
            width: parent.width
            height: root.line
            label: root.result.place
            pixels: 46 * root.unit
        }

        Label {
            objectName: "service"
            width: parent.width
            height: root.line
            label: root.result.service
            pixels: 46 * root.unit
        }

        Label {
            objectName: "step"
            width: parent.width
            height: root.line
            label: root.result.step
            pixels: 46 * root.unit
            bold: true
            color: Theme.primary
        }
    }
}
