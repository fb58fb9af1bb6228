import QtQuick
import Hallcall.Media

// Pictures and films beside the calls. Another program draws them; what comes is shown as it is.
MediaPicture {
    id: root

    readonly property var drawer: model

    function measure() {
        const ratio = Screen.devicePixelRatio;
        if (drawer && root.width > 0 && root.height > 0)
            drawer.measured(Math.round(root.width * ratio), Math.round(root.height * ratio));
    }

    objectName: "media"
    onWidthChanged: root.measure()
    onHeightChanged: root.measure()
    Component.onCompleted: root.measure()
}
