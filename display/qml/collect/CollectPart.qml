import QtQuick
import QtQuick.Window

// The list as a part of a board: fills its cell.
CollectList {
    id: root

    required property var model

    collect: model
    titled: true
    u: Math.min(Math.max(root.Window.width, root.Window.height) / 1920, Math.min(root.Window.width, root.Window.height) / 1080)
}
