import QtQuick

// Previous and next sheet of a long list, and which one this is.
Item {
    id: root

    required property real unit
    required property var view
    required property var words
    signal turned(string way)

    Button {
        objectName: "earlier"
        shown: !root.view.first
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.34
        unit: root.unit
        strong: false
        label: root.words.earlier
        onTapped: root.turned("earlier")
    }

    Said {
        objectName: "sheet"
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.28
        said: root.view.sheet
        pixels: 42 * root.unit
        horizontalAlignment: Text.AlignHCenter
    }

    Button {
        objectName: "later"
        shown: !root.view.last
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: parent.width * 0.34
        unit: root.unit
        strong: false
        label: root.words.later
        onTapped: root.turned("later")
    }
}
