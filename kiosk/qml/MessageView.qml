import QtQuick
import Hallcall
import "parts"

// What is wrong, and what to do now.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm

    Label {
        objectName: "message"
        anchors { fill: parent; margins: 60 * root.unit }
        label: root.vm.view.title
        pixels: 72 * root.unit
        bold: true
        color: Theme.primary
    }
}
