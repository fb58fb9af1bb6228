pragma ComponentBehavior: Bound

import QtQuick

// A number of a ticket or a window, bold, smaller where it would not fit.
Text {
    required property real size

    font { family: Theme.family("en"); pixelSize: Math.max(1, Math.round(size)); bold: true }
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Math.max(1, Math.round(font.pixelSize * 0.4))
    color: Theme.inkOnBoard
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
