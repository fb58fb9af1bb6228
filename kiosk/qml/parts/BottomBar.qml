pragma ComponentBehavior: Bound

import QtQuick

// The buttons of a page, side by side below it.
Item {
    id: root

    required property real unit
    required property var buttons
    signal act(string key)

    readonly property real gap: 22 * unit
    readonly property real share: (width - gap * (repeater.count - 1)) / Math.max(1, repeater.count)

    visible: repeater.count > 0
    implicitHeight: visible ? 132 * unit : 0

    Repeater {
        id: repeater
        model: root.buttons

        Button {
            required property int index
            required property string key
            required strong
            required icon

            objectName: key
            width: Math.min(root.share, 620 * root.unit)
            height: root.height
            x: repeater.count === 1 ? (root.width - width) / 2 : repeater.count === 2 && index === 1 ? root.width - width : index * (root.share + root.gap)
            unit: root.unit
            onTapped: root.act(key)
        }
    }
}
