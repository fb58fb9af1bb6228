import QtQuick
import Hallcall

// How many are first, what for, and where to go.
Item {
    id: root

    required property real unit
    required property var result
    readonly property real line: (height - 24 * unit) / 4

    Column {
        anchors { fill: parent; margins: 12 * root.unit }

        Label {
            objectName: "ahead"
            width: parent.width
            height: root.line
            label: root.result.ahead
            pixels: 68 * root.unit
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
    }
}
