import QtQuick

// Previous and next sheet of a long list, and which one this is.
Item {
    id: root

    required property real unit
    required property var choice
    required property var buttons
    signal turned(int sheets)

    Button {
        objectName: "earlier"
        shown: !root.choice.first
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.34
        unit: root.unit
        strong: false
        label: root.buttons.earlier
        onTapped: root.turned(-1)
    }

    Said {
        objectName: "sheet"
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.28
        said: root.choice.sheet
        pixels: 42 * root.unit
        horizontalAlignment: Text.AlignHCenter
    }

    Button {
        objectName: "later"
        shown: !root.choice.last
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.34
        unit: root.unit
        strong: false
        label: root.buttons.later
        onTapped: root.turned(1)
    }
}
