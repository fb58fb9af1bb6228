pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// Nobody was called yet.
Item {
    id: root

    required property var hero
    required property real u

    LineStack {
        objectName: "greeting"
        x: 40 * root.u
        y: 30 * root.u
        width: parent.width - 2 * x
        height: parent.height - 2 * y
        lines: root.hero.headline.slice(0, 1).concat(root.hero.sentences)
        firstSize: 160 * root.u * Tints.letters
        restSize: 66 * root.u * Tints.letters
        firstBold: true
        firstColor: Tints.ink
        restColor: Tints.soft
        align: Text.AlignHCenter
    }
}
