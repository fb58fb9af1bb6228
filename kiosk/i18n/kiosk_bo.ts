<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bo_CN" sourcelanguage="en">
<context>
    <name>kiosk</name>
    <message>
        <source>Please touch the service you came for</source>
        <translation>ཁྱེད་ལ་མཁོ་བའི་ཞབས་ཞུ་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Please touch your matter</source>
        <translation>སྒྲུབ་དགོས་པའི་དོན་ཚན་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Frequent matters</source>
        <translation>རྒྱུན་སྤྱོད་དོན་ཚན།</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>སྡེ་ཁུངས།</translation>
    </message>
    <message>
        <source>Please touch the department</source>
        <translation>སྡེ་ཁུངས་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ཕྱིར་ལོག</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>མིང་ཐོག་ནས་འཚོལ་བ།</translation>
    </message>
    <message>
        <source>Type the name of your matter</source>
        <translation>སྒྲུབ་དགོས་པའི་དོན་ཚན་གྱི་མིང་འབྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>For example “card”, or the first letters of the pinyin: sbk</source>
        <translation>དཔེར་ན། བྱང་བུ། ཡང་ན་ sbk</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} རྙེད་སོང་།</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>རྙེད་མ་སོང་།</translation>
    </message>
    <message>
        <source>Type fewer letters, look under the departments, or ask a guide</source>
        <translation>ཡི་གེ་ཉུང་ཙམ་འབྲི་བའམ། སྡེ་ཁུངས་ནས་འཚོལ་བ། ཡང་ན་སྣེ་ཁྲིད་ལ་འདྲི་རོགས།</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>ཚང་མ་སུབ་པ།</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>བར་སྟོང་།</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>བརྩེགས།</translation>
    </message>
    <message>
        <source>Pinyin / ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Tibetan letters</source>
        <translation>བོད་ཡིག</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>གྲུབ་སོང་།</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ཤེས་སོང་།</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>གཏན་འཁེལ།</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>ཤོག་ངོས་གོང་མ།</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>ཤོག་ངོས་རྗེས་མ།</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>བསུབ།</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>ཅུང་ཙམ་སྒུག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>ཐོག་ཚེགས་ {floor}</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>སྒུག་མཁན་ {count}</translation>
    </message>
    <message>
        <source>No one waiting</source>
        <translation>སྒུག་མཁན་མེད།</translation>
    </message>
    <message>
        <source>Window {windows}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {windows}</translation>
    </message>
    <message>
        <source>Windows {windows}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {windows}</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>ཁྱེད་ཀྱི་ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>{count} ahead of you</source>
        <translation>མདུན་ལ་མི་ {count} འདུག</translation>
    </message>
    <message>
        <source>No one ahead of you</source>
        <translation>མདུན་ལ་མི་མི་འདུག</translation>
    </message>
    <message>
        <source>Your place: known once the network is back</source>
        <translation>ཁྱེད་ཀྱི་གོ་རིམ། དྲ་རྒྱ་སླར་གསོ་བྱུང་རྗེས་ཤེས་ཐུབ།</translation>
    </message>
    <message>
        <source>About {least}–{most} min to wait</source>
        <translation>སྐར་མ་ {least}–{most} ཙམ་སྒུག་དགོས།</translation>
    </message>
    <message>
        <source>At most about {most} min to wait</source>
        <translation>སྐར་མ་ {most} ཙམ་ལས་མི་འགོར།</translation>
    </message>
    <message>
        <source>Your turn is very soon</source>
        <translation>ཁྱེད་ཀྱི་རེས་མོས་མྱུར་དུ་སླེབས་ཀྱི་རེད།</translation>
    </message>
    <message>
        <source>Time to wait: —</source>
        <translation>སྒུག་དུས། —</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>གོ་རིམ་ {step} / {steps}</translation>
    </message>
    <message>
        <source>{steps} steps</source>
        <translation>གོ་རིམ་ {steps}</translation>
    </message>
    <message>
        <source>Step {step}: {name}</source>
        <translation>གོ་རིམ་ {step} ། {name}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} དང་ {other}</translation>
    </message>
    <message>
        <source>{names} (in any order)</source>
        <translation>{names} (སྔ་ཕྱི་གང་རུང་།)</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>ད་ལྟ་སྒོ་བརྒྱབ་འདུག</translation>
    </message>
    <message>
        <source>From {opens_at}</source>
        <translation>དུས་ {opens_at} ནས།</translation>
    </message>
    <message>
        <source>Your slip is being printed</source>
        <translation>ཨང་འཛིན་པར་འདེབས་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Please take your slip</source>
        <translation>ཨང་འཛིན་བླངས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The slip did not print. Please note your number; your place is safe. A guide can print it.</source>
        <translation>ཨང་འཛིན་པར་འདེབས་བྱེད་མ་ཐུབ། ཨང་རྟགས་ཡིད་ལ་ངེས་རོགས་གནང་། ཁྱེད་ཀྱི་གོ་རིམ་སྔར་བཞིན་ཡོད། ལམ་སྟོན་པས་པར་འདེབས་ཐུབ།</translation>
    </message>
    <message>
        <source>Please take your slip. Is there none? Note your number; your place is safe. A guide can print it.</source>
        <translation>ཨང་འཛིན་བླངས་རོགས་གནང་། མ་ཐོན་ན་ཨང་རྟགས་ཡིད་ལ་ངེས་རོགས་གནང་། ཁྱེད་ཀྱི་གོ་རིམ་སྔར་བཞིན་ཡོད། ལམ་སྟོན་པས་པར་འདེབས་ཐུབ།</translation>
    </message>
    <message>
        <source>Please note your number. No slips are printed here.</source>
        <translation>འདིར་ཨང་འཛིན་པར་མི་འདེབས། ཨང་རྟགས་ཡིད་ལ་ངེས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Slips cannot be printed now. Your number will be shown on the screen, or ask a guide.</source>
        <translation>གནས་སྐབས་ཨང་འཛིན་པར་འདེབས་མི་ཐུབ། ཨང་རྟགས་བརྙན་ཡོལ་དུ་སྟོན་རྒྱུ། ཡང་ན་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>You may lay your identity card on the reader. Neither its number nor your name is kept.</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་འཇོག་ཆོག ལག་ཁྱེར་ཨང་དང་མིང་ཉར་མི་ཚགས།</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>{name} ལགས། བཀྲ་ཤིས་བདེ་ལེགས།</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>ཨང་རྟགས་འབོད་པའི་བར་སྒུག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Please go to window {window}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ལ་ཕེབས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Your number was called. Please ask a guide</source>
        <translation>ཨང་རྟགས་འདས་འདུག ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Please come back as you were told at the window</source>
        <translation>སྒེའུ་ཁུང་ནས་གསུངས་པ་ལྟར་སླར་ཕེབས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This visit is over</source>
        <translation>ཐེངས་འདིའི་ལས་དོན་མཇུག་རྫོགས་སོང་།</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>སྔོན་ཐོབ།</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>སྔོན་མངགས།</translation>
    </message>
    <message>
        <source>Assisted</source>
        <translation>རོགས་སྒྲུབ།</translation>
    </message>
    <message>
        <source>Offline number · valid</source>
        <translation>དྲ་མེད་ཨང་རྟགས། · ནུས་ལྡན།</translation>
    </message>
    <message>
        <source>Issued while the network was down. The number is valid: your place counts from the time on this slip and joins the queue when the network is back. Please listen to the guides.</source>
        <translation>ཨང་རྟགས་འདི་དྲ་རྒྱ་ཆད་སྐབས་སྤྲད་པ་ཡིན། ཨང་རྟགས་ནུས་ལྡན་ཡིན། གོ་རིམ་ཨང་འཛིན་སྟེང་གི་དུས་ཚོད་ལྟར་བརྩིས་ནས་དྲ་རྒྱ་སླར་གསོ་བྱུང་རྗེས་གྲལ་དུ་འཇུག ལམ་སྟོན་པའི་བརྡར་ཉོན་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>དུས་ཚོད་མང་ཙམ་དགོས།</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>ཡིག་གཟུགས་ཆེན་པོ།</translation>
    </message>
    <message>
        <source>Usual type</source>
        <translation>ཡིག་གཟུགས་དཀྱུས་མ།</translation>
    </message>
    <message>
        <source>Back to the start in {seconds} s</source>
        <translation>སྐར་ཆ་ {seconds} རྗེས་མགོ་ངོས་སུ་ལོག</translation>
    </message>
    <message>
        <source>Temporarily out of service</source>
        <translation>གནས་སྐབས་ཞབས་ཞུ་མཚམས་བཞག</translation>
    </message>
    <message>
        <source>No numbers can be issued at the moment</source>
        <translation>གནས་སྐབས་ཨང་རྟགས་ལེན་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Please ask a guide</source>
        <translation>ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation>ཁ་པར་ {phone}</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>འཕྲིན་ཐུང་།</translation>
    </message>
    <message>
        <source>Type your mobile number: a message is sent shortly before your turn</source>
        <translation>ཁ་པར་ཨང་གྲངས་ནང་འཇུག་གནང་རོགས། རེས་མོས་སླེབས་ལ་ཉེ་དུས་འཕྲིན་ཐུང་གཏོང་།</translation>
    </message>
    <message>
        <source>Used for this visit only: kept encrypted, nobody sees all of it, erased after {days} days</source>
        <translation>ཐེངས་འདིའི་ལས་དོན་ཁོ་ནར་སྤྱོད། གསང་ནས་ཉར། སུས་ཀྱང་ཨང་ཡོངས་མི་མཐོང་། ཉིན་ {days} རྗེས་བསུབ།</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>ཁ་པར་ཨང་གྲངས།</translation>
    </message>
    <message>
        <source>Come back from {opens_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask at the guide desk when numbers are given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another matter, if that helps you too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or book a time on another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask at the guide desk: a guide can help at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a few minutes and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the number you hold: it stays valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how long you still wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back tomorrow, or send somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay your identity card flat on the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it there until your name is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card with you? Ask at the guide desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without a card: most numbers need none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the code of your booking and enter it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take an ordinary number instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back from {opens_at}: your booking stays valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell a guide that you have booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the number on your slip and enter it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a new number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it your number? Go to the window and tell the clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the code of your slip or of your booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the phone number and enter it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or go on without messages: your number is called all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose again from what is offered now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or use the next machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {opens_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this half-day, until {opens_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for the moment: it can be tried again at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the network is back; that is tried all the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the staff have seen to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This will not change by waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan to follow on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff were told at {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is not connected to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer on the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hall&apos;s computer is there, its program is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is not yet admitted to the hall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hall&apos;s computer cannot save anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff have shut it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please use the next machine or ask a guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask a guide: numbers you hold stay valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the PIN of this machine&apos;s staff page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN. Again in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PIN is set for the staff page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the core&apos;s machine run: hallcall hall pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the line it prints below [kiosk] in the hall file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the hall file; this machine knows it at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hall&apos;s computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers kept for a lost line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is shut to visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in a new roll and close the cover; numbers print again by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a new roll ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the cover until it clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the printer off, take out the paper, switch it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the printer off and on; if that does not help, call the technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the printer&apos;s feed key; look at its lamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its power and its cable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: cards are read again once the hall&apos;s computer is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull the reader&apos;s cable and plug it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it off and on; if that does not help, call the technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip is out: look at its edges and its code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not tell: look whether a slip is out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay a card on the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card can be read now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read: {name}, aged {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the hall file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voice is set up on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None since the program began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to be seen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
