pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// One line of words in one language, as large as `size` and smaller where it would not fit.
Text {
    required property var line
    required property real size
    property bool shrinks: true

    visible: text !== ""
    text: line ? line.text : ""
    font.family: Theme.family(line ? line.language : "zh")
    font.pixelSize: Math.max(1, Math.round(size))
    fontSizeMode: shrinks ? Text.HorizontalFit : Text.FixedSize
    minimumPixelSize: Math.max(1, Math.round(font.pixelSize * 0.4))
    color: Theme.inkOnBoard
    textFormat: Text.PlainText
}
