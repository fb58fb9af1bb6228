pragma ComponentBehavior: Bound

import QtQuick

// Rows of keys as kiosk.search.keyboards has them; each as large as the space allows.
Item {
    id: root

    required property real unit
    required property var rows
    property real gap: 10 * unit
    // No key is wider than so: two of three digits need no more.
    property real widest: 320 * unit
    readonly property int columns: Math.max(1, ...rows.map(row => row.reduce((sum, face) => sum + face.width, 0)))
    readonly property real share: Math.min(widest, (width - gap * (columns - 1)) / columns)
    readonly property real tall: Math.max(1, (height - gap * (rows.length - 1)) / Math.max(1, rows.length))
    signal pressed(string key)

    implicitHeight: rows.length * 112 * unit + (rows.length - 1) * gap

    Repeater {
        model: root.rows

        Row {
            id: line

            required property int index
            required property var modelData

            anchors.horizontalCenter: parent.horizontalCenter
            y: index * (root.tall + root.gap)
            spacing: root.gap

            Repeater {
                model: line.modelData

                Key {
                    required property var modelData

                    width: root.share * modelData.width + root.gap * (modelData.width - 1)
                    height: root.tall
                    unit: root.unit
                    face: modelData
                    onTapped: root.pressed(face.key)
                }
            }
        }
    }
}
