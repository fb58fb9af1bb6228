import QtQuick
import Hallcall

// A button for a finger; it answers on release, however long it was held.
Rectangle {
    id: root

    required property real unit
    required property var label
    property bool strong: true
    property string icon: ""
    property bool shown: true
    signal tapped

    visible: shown && label.main.text !== ""
    implicitWidth: 360 * unit
    implicitHeight: 132 * unit
    radius: Theme.radius * unit
    antialiasing: true
    color: strong ? (area.pressed ? Theme.primaryPressed : Theme.primary) : (area.pressed ? Theme.surfacePressed : Theme.surface)
    border.color: Theme.primary
    border.width: strong ? 0 : Math.max(1, 3 * unit)
    Accessible.role: Accessible.Button
    Accessible.name: label.main.text
    Accessible.onPressAction: tapped()

    Label {
        anchors { fill: parent; leftMargin: 20 * root.unit; rightMargin: 20 * root.unit; topMargin: 8 * root.unit; bottomMargin: 8 * root.unit }
        label: root.label
        pixels: 42 * root.unit
        bold: true
        color: root.strong ? Theme.inkOnPrimary : Theme.primary
        softColor: root.strong ? Theme.inkOnPrimarySoft : Theme.inkSoft
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
