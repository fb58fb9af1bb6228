pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The same said in several languages, one below the other, in the middle of the height.
// Every line stands on its baseline: the boxes that fonts ask for differ too much (Tibetan: 2.8 em a line).
Item {
    id: root

    required property var lines
    required property real firstSize
    required property real restSize
    property color firstColor: Theme.inkOnBoard
    property color restColor: Theme.inkOnBoardSoft
    property bool firstBold: false
    property bool wraps: false
    property int align: Text.AlignLeft
    readonly property real gap: firstSize * 0.1
    // A little smaller is better than two rows.
    readonly property bool twoRows: wraps && metrics.advanceWidth > width * 1.2
    readonly property real scaling: Math.min(1, height / Math.max(1, stackHeight(lines.length)))

    // Two rows break anywhere between Chinese characters, into halves; between the words of other languages.
    readonly property bool breaksAnywhere: lines[0]?.language === "zh"
    readonly property real letters: metrics.advanceWidth / firstSize
    readonly property real rowLetters: breaksAnywhere ? Math.ceil(letters / 2 - 0.01) : letters * 0.62
    readonly property real twoRowSize: Math.min(firstSize, width / (rowLetters + 0.1))

    function isTall(at: int): bool {
        return lines[at]?.language === "bo";
    }

    function sizeOf(at: int): real {
        return at === 0 ? firstSize : restSize;
    }

    // Ink above the baseline, in em and below it, in em: Tibetan vowels reach 1.05 up, its deepest stacks 0.8 down.
    function above(at: int): real {
        return (isTall(at) ? 1.05 : 0.9) * sizeOf(at);
    }

    function lineHeight(at: int): real {
        const rows = at === 0 && twoRows ? (isTall(at) ? 1.69 : 1.2) * sizeOf(at) : 0;
        return above(at) + (isTall(at) ? 0.8 : 0.2) * sizeOf(at) + rows;
    }

    function stackHeight(count: int): real {
        let sum = 0;
        for (let at = 0; at < count; at++)
            sum += lineHeight(at) + (at > 0 ? gap : 0);
        return sum;
    }

    TextMetrics {
        id: metrics
        font { family: Theme.family(root.lines[0]?.language ?? "zh"); pixelSize: Math.max(1, root.firstSize); bold: root.firstBold }
        text: root.lines[0]?.text ?? ""
    }

    Repeater {
        model: root.lines
        Words {
            required property var modelData
            required property int index
            readonly property bool two: index === 0 && root.twoRows
            readonly property real stackTop: (root.height - root.stackHeight(root.lines.length) * root.scaling) / 2
            readonly property real before: root.stackHeight(index) + (index > 0 ? root.gap : 0)

            objectName: root.objectName + ":" + line.language
            y: stackTop + (before + root.above(index)) * root.scaling - baselineOffset
            x: root.align === Text.AlignHCenter ? (root.width - width) / 2 : 0
            width: two && root.breaksAnywhere ? (root.rowLetters + 0.1) * root.twoRowSize * root.scaling : root.width
            height: implicitHeight
            wrapMode: two ? Text.Wrap : Text.NoWrap
            maximumLineCount: two ? 2 : 1
            fontSizeMode: two ? Text.FixedSize : Text.HorizontalFit
            lineHeight: two ? (root.isTall(0) ? 0.6 : 0.83) : 1
            horizontalAlignment: root.align
            line: modelData
            size: (two ? root.twoRowSize : root.sizeOf(index)) * root.scaling
            font.bold: root.firstBold && index === 0
            color: index === 0 ? root.firstColor : root.restColor
        }
    }
}
