import QtQuick
import QtQuick.Shapes

// A QR code, {path, side}: each dark square a whole number of pixels.
Item {
    id: root

    required property var code
    readonly property real dot: code ? Math.max(1, Math.floor(width / code.side)) : 1
    readonly property real margin: code ? (width - dot * code.side) / 2 : 0

    Shape {
        x: Math.round(root.margin)
        y: Math.round(root.margin)
        width: root.width
        height: root.height

        ShapePath {
            strokeWidth: -1
            fillColor: "black"
            scale: Qt.size(root.dot, root.dot)

            PathSvg {
                path: root.code?.path ?? ""
            }
        }
    }
}
