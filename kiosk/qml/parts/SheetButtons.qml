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
        width: root.width * 0.34
        height: root.height
        unit: root.unit
        strong: false
        label: root.words.earlier
        onTapped: root.turned("earlier")
    }

    Said {
        objectName: "sheet"
        x: root.width * 0.36
        width: root.width * 0.28
        height: root.height
        said: root.view.sheet
        pixels: 42 * root.unit
        horizontalAlignment: Text.AlignHCenter
    }

    Button {
        objectName: "later"
        shown: !root.view.last
        x: root.width - width
        width: root.width * 0.34
        height: root.height
        unit: root.unit
        strong: false
        label: root.words.later
        onTapped: root.turned("later")
    }
}
