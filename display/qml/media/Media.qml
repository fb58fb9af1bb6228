import QtQuick
import Hallcall.Media

// Pictures and films beside the calls. Another program draws them; what comes is shown as it is.
MediaPicture {
    objectName: "media"

    function measure() {
        const ratio = Screen.devicePixelRatio;
        if (model && width > 0 && height > 0)
            model.measured(Math.round(width * ratio), Math.round(height * ratio));
    }

    onWidthChanged: measure()
    onHeightChanged: measure()
    Component.onCompleted: measure()
}
