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
        <source>You may lay your identity card on the reader. Its number is not kept, nor your name unless you want it.</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་འཇོག་ཆོག ལག་ཁྱེར་ཨང་ཉར་མི་ཚགས། མོས་མཐུན་མེད་ན་མིང་ཡང་ཉར་མི་ཚགས།</translation>
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
        <source>Read aloud</source>
        <translation>སྒྲ་ཀློག</translation>
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
        <source>No numbers now</source>
        <translation>ད་ལྟ་ཨང་རྟགས་མེད།</translation>
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
        <source>Touch what applies to you. It counts for your next number only.</source>
        <translation>ཁྱེད་ལ་འཚམས་པ་འདེམས་རོགས་གནང་། ཨང་རྟགས་རྗེས་མ་ཁོ་ནར་ཕན།</translation>
    </message>
    <message>
        <source>Which of these are you?</source>
        <translation>ཁྱེད་ཀྱི་རིགས་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>By identity card</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་གྱིས།</translation>
    </message>
    <message>
        <source>Given by a guide</source>
        <translation>ལམ་སྟོན་པར་འདྲི་རོགས།</translation>
    </message>
    <message>
        <source>I take it for a person who cannot</source>
        <translation>ལེན་མི་ཐུབ་མཁན་གྱི་ཚབ་ཏུ་ལེན།</translation>
    </message>
    <message>
        <source>None of it</source>
        <translation>ཚང་མ་ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>འཕྲིན་ཐུང་།</translation>
    </message>
    <message>
        <source>Shortly before your turn</source>
        <translation>རེས་མོས་སླེབས་ལ་ཉེ་དུས།</translation>
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
        <translation>དུས་ {opens_at} ནས་སླར་ཕེབས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Ask at the guide desk when numbers are given again</source>
        <translation>ཨང་རྟགས་ནམ་ལེན་ཐུབ་ལམ་སྟོན་ཅོག་ཙེར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Choose another matter, if that helps you too</source>
        <translation>དོན་ཚན་གཞན་ཡིན་ནའང་འགྲིག་ན་གཞན་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Or book a time on another day</source>
        <translation>ཡང་ན་ཉིན་གཞན་ཞིག་སྔོན་མངགས་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Ask at the guide desk: a guide can help at once</source>
        <translation>ལམ་སྟོན་ཅོག་ཙེར་འདྲི་རོགས་གནང་། ལམ་སྟོན་པས་འཕྲལ་དུ་རོགས་བྱེད་ཐུབ།</translation>
    </message>
    <message>
        <source>Try it once more</source>
        <translation>ཡང་བསྐྱར་ཚོད་ལྟ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Wait a few minutes and try again</source>
        <translation>སྐར་མ་ཁ་ཤས་སྒུག་ནས་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Keep the number you hold: it stays valid</source>
        <translation>ལག་གི་ཨང་འཛིན་ཉར་རོགས་གནང་། ཨང་རྟགས་སྔར་བཞིན་ནུས་ལྡན་ཡིན།</translation>
    </message>
    <message>
        <source>See how long you still wait</source>
        <translation>ད་དུང་ཇི་ཙམ་སྒུག་དགོས་པ་གཟིགས་ཆོག</translation>
    </message>
    <message>
        <source>Come back tomorrow, or send somebody else</source>
        <translation>སང་ཉིན་སླར་ཕེབས་རོགས་གནང་། ཡང་ན་གཞན་ཚབ་གཏོང་རོགས།</translation>
    </message>
    <message>
        <source>Lay your identity card flat on the reader</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་ལེབ་མོར་འཇོག་རོགས།</translation>
    </message>
    <message>
        <source>Leave it there until your name is shown</source>
        <translation>ཁྱེད་ཀྱི་མིང་མ་མངོན་བར་དུ་འགུལ་མ་གནང་།</translation>
    </message>
    <message>
        <source>No card with you? Ask at the guide desk</source>
        <translation>ལག་ཁྱེར་མེད་དམ། ལམ་སྟོན་ཅོག་ཙེར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Go on without a card: most numbers need none</source>
        <translation>ལག་ཁྱེར་མེད་པར་ཨང་རྟགས་ལེན་ཆོག མང་ཆེ་བར་མི་དགོས།</translation>
    </message>
    <message>
        <source>Look at the code of your booking and enter it again</source>
        <translation>སྔོན་མངགས་ཨང་གྲངས་ལ་གཟིགས་ནས་བསྐྱར་དུ་གཏག་རོགས།</translation>
    </message>
    <message>
        <source>Take an ordinary number instead</source>
        <translation>ཨང་རྟགས་དཀྱུས་མ་ལེན་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>དུས་ཚོད་གཞན་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Come back from {opens_at}: your booking stays valid</source>
        <translation>དུས་ {opens_at} ནས་སླར་ཕེབས་རོགས་གནང་། སྔོན་མངགས་སྔར་བཞིན་ནུས་ལྡན་ཡིན།</translation>
    </message>
    <message>
        <source>Tell a guide that you have booked</source>
        <translation>སྔོན་མངགས་བྱས་པ་ལམ་སྟོན་པར་གསུངས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Look at the number on your slip and enter it again</source>
        <translation>ཨང་འཛིན་སྟེང་གི་ཨང་རྟགས་ལ་གཟིགས་ནས་བསྐྱར་དུ་གཏག་རོགས།</translation>
    </message>
    <message>
        <source>Take a new number</source>
        <translation>ཨང་རྟགས་གསར་པ་ལེན་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Is it your number? Go to the window and tell the clerk</source>
        <translation>ཁྱེད་ཀྱི་ཨང་རྟགས་ཡིན་ནམ། སྒེའུ་ཁུང་དུ་ཕེབས་ནས་གསུངས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Scan the code of your slip or of your booking</source>
        <translation>ཨང་འཛིན་ནམ་སྔོན་མངགས་ཀྱི་ཨང་རིས་བཤེར་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Look at the phone number and enter it again</source>
        <translation>ཁ་པར་ཨང་གྲངས་ལ་གཟིགས་ནས་བསྐྱར་དུ་གཏག་རོགས།</translation>
    </message>
    <message>
        <source>Or go on without messages: your number is called all the same</source>
        <translation>ཡང་ན་འཕྲིན་ཐུང་མེད་པར་མུ་མཐུད་ཆོག ཨང་རྟགས་སྔར་བཞིན་འབོད་ངེས།</translation>
    </message>
    <message>
        <source>Choose again from what is offered now</source>
        <translation>ད་ལྟ་ཡོད་པའི་ཁྲོད་ནས་བསྐྱར་དུ་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Or use the next machine</source>
        <translation>ཡང་ན་འགྲམ་གྱི་འཕྲུལ་ཆས་བེད་སྤྱོད་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Sign in once more</source>
        <translation>བསྐྱར་དུ་ནང་འཛུལ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Until {opens_at}</source>
        <translation>དུས་ {opens_at} བར་དུ།</translation>
    </message>
    <message>
        <source>For this half-day, until {opens_at}</source>
        <translation>ཕྱེད་ཉིན་འདིར། དུས་ {opens_at} བར་དུ།</translation>
    </message>
    <message>
        <source>For today</source>
        <translation>དེ་རིང་ནང་།</translation>
    </message>
    <message>
        <source>A few minutes</source>
        <translation>སྐར་མ་ཁ་ཤས།</translation>
    </message>
    <message>
        <source>Only for the moment: it can be tried again at once</source>
        <translation>གནས་སྐབས་ཙམ་ཡིན། འཕྲལ་དུ་བསྐྱར་ཚོད་ལྟ་ཆོག</translation>
    </message>
    <message>
        <source>Until the network is back; that is tried all the time</source>
        <translation>དྲ་རྒྱ་སླར་གསོ་བར་དུ། རང་འགུལ་གྱིས་ཚོད་ལྟ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Until the staff have seen to it</source>
        <translation>ལས་བྱེད་པས་ཐག་གཅོད་བར་དུ།</translation>
    </message>
    <message>
        <source>This will not change by waiting</source>
        <translation>སྒུག་ནའང་འགྱུར་མི་འགྲོ།</translation>
    </message>
    <message>
        <source>Scan to follow on your phone</source>
        <translation>ཁ་པར་ནས་བལྟ་བར་ཨང་རིས་བཤེར་རོགས།</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>བརྙན་ཡོལ་རེག་ནས་འགོ་འཛུགས་རོགས།</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ཡང་བསྐྱར་ཚོད་ལྟ།</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>དུས་ཡུན།</translation>
    </message>
    <message>
        <source>Since {since}</source>
        <translation>དུས་ {since} ནས།</translation>
    </message>
    <message>
        <source>The staff were told at {told}</source>
        <translation>དུས་ {told} ལ་ལས་བྱེད་པར་བརྡ་བཏང་ཡོད།</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>དུས་ཚོད་སྔོན་མངགས།</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>སྔོན་མངགས་ཨང་གྲངས་གཏག</translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation>ངའི་གོ་རིམ།</translation>
    </message>
    <message>
        <source>This machine is not connected to the network</source>
        <translation>འཕྲུལ་ཆས་འདི་དྲ་རྒྱར་མཐུད་མི་འདུག</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer on the network</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་དྲ་རྒྱའི་སྟེང་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>The hall&apos;s computer is there, its program is not running</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཡོད་ཀྱང་བྱ་རིམ་འཁོར་མི་འདུག</translation>
    </message>
    <message>
        <source>This machine is not yet admitted to the hall</source>
        <translation>འཕྲུལ་ཆས་འདི་ཚོམས་ཆེན་དུ་ཆོག་མཆན་མ་ཐོབ།</translation>
    </message>
    <message>
        <source>The hall&apos;s computer cannot save anything</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ཉར་ཚགས་བྱེད་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>This machine is out of order</source>
        <translation>འཕྲུལ་ཆས་འདི་གནས་སྐབས་མཚམས་བཞག</translation>
    </message>
    <message>
        <source>The staff have shut it</source>
        <translation>ལས་བྱེད་པས་མཚམས་བཞག་ཡོད།</translation>
    </message>
    <message>
        <source>No slips can be printed here now</source>
        <translation>འཕྲུལ་ཆས་འདིར་གནས་སྐབས་ཨང་འཛིན་པར་འདེབས་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Please use the next machine or ask a guide</source>
        <translation>འགྲམ་གྱི་འཕྲུལ་ཆས་བེད་སྤྱོད་གནང་རོགས། ཡང་ན་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Please ask a guide: numbers you hold stay valid</source>
        <translation>ལམ་སྟོན་པར་འདྲི་རོགས་གནང་། བླངས་ཟིན་པའི་ཨང་རྟགས་ནུས་ལྡན་ཡིན།</translation>
    </message>
    <message>
        <source>It goes on by itself</source>
        <translation>སླར་གསོ་བྱུང་ན་རང་འགུལ་གྱིས་མུ་མཐུད་རྒྱུ།</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>ལས་བྱེད་པ།</translation>
    </message>
    <message>
        <source>Type the PIN of this machine&apos;s staff page</source>
        <translation>འཕྲུལ་ཆས་འདིའི་ཉར་སྐྱོང་གསང་ཨང་གཏག་རོགས།</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>གསང་ཨང་།</translation>
    </message>
    <message>
        <source>That is not the PIN</source>
        <translation>གསང་ཨང་མ་འགྲིག</translation>
    </message>
    <message>
        <source>That is not the PIN. Again in {seconds} s</source>
        <translation>གསང་ཨང་མ་འགྲིག སྐར་ཆ་ {seconds} རྗེས་བསྐྱར་དུ་གཏག་ཆོག</translation>
    </message>
    <message>
        <source>Back to the visitors</source>
        <translation>མགོ་ངོས་སུ་ལོག</translation>
    </message>
    <message>
        <source>No PIN is set for the staff page</source>
        <translation>ཉར་སྐྱོང་གསང་ཨང་བཟོས་མི་འདུག</translation>
    </message>
    <message>
        <source>On the core&apos;s machine run: hallcall hall pin</source>
        <translation>གློག་ཀླད་གཙོ་བོར་འཁོར་རོགས། hallcall hall pin</translation>
    </message>
    <message>
        <source>Put the line it prints below [kiosk] in the hall file</source>
        <translation>དེས་སྟོན་པའི་ཡིག་ཕྲེང་ཚོམས་ཆེན་ཡིག་ཆའི་ [kiosk] འོག་འཇོག་རོགས།</translation>
    </message>
    <message>
        <source>Import the hall file; this machine knows it at once</source>
        <translation>ཚོམས་ཆེན་ཡིག་ཆ་ནང་འདྲེན་གནང་རོགས། འཕྲལ་དུ་ནུས་པ་ཐོན།</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>འཕྲུལ་ཆས་འདི།</translation>
    </message>
    <message>
        <source>Hall&apos;s computer</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད།</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>དྲ་ལམ།</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>མཐུད་ཡོད།</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>དོན་རྐྱེན་མཐའ་མའི་ཨང་།</translation>
    </message>
    <message>
        <source>Numbers kept for a lost line</source>
        <translation>དྲ་རྒྱ་ཆད་དུས་ཀྱི་ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Not yet handed in</source>
        <translation>ད་དུང་སྙན་ཞུ་མ་བྱས་པ།</translation>
    </message>
    <message>
        <source>Everything is well</source>
        <translation>ཡོངས་རྫོགས་རྒྱུན་ལྡན་ཡིན།</translation>
    </message>
    <message>
        <source>This machine is shut to visitors</source>
        <translation>འཕྲུལ་ཆས་འདི་མི་ཚོགས་ལ་མཚམས་བཞག་ཡོད།</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ཐག་གཅོད་བྱེད་ཐབས།</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>སྒྲིག་ཆས།</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>སྒྲིག་ཆས།</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས།</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>ལག་ཁྱེར་ཀློག་ཆས།</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>བཤེར་ཆས།</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>མཐེབ་གཞོང་།</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>སྐད་སྒྲ།</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>འགོ་འཛུགས་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>རྒྱུན་ལྡན།</translation>
    </message>
    <message>
        <source>Works in part</source>
        <translation>ཆ་ཤས་ཤིག་བཀོལ་ཐུབ།</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>མཐུད་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Put in a new roll and close the cover; numbers print again by themselves</source>
        <translation>ཤོག་དྲིལ་གསར་པ་བཅུག་ནས་ཁ་ལེབ་རྒྱག་རོགས། དེ་རྗེས་རང་འགུལ་གྱིས་པར་འདེབས་རྒྱུ།</translation>
    </message>
    <message>
        <source>Keep a new roll ready</source>
        <translation>ཤོག་དྲིལ་གསར་པ་གྲ་སྒྲིག་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Close the cover until it clicks</source>
        <translation>ཁ་ལེབ་སྒྲ་གྲག་པའི་བར་དུ་རྒྱག་རོགས།</translation>
    </message>
    <message>
        <source>Switch the printer off, take out the paper, switch it on</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་བསད་ནས་ཤོག་བུ་བཏོན་ཏེ་བསྐྱར་དུ་སྒོ་འབྱེད་རོགས།</translation>
    </message>
    <message>
        <source>Switch the printer off and on; if that does not help, call the technician</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་བསད་ནས་བསྐྱར་དུ་སྒོ་འབྱེད་རོགས། མ་འགྲིག་ན་ལག་རྩལ་བ་འབོད་རོགས།</translation>
    </message>
    <message>
        <source>Press the printer&apos;s feed key; look at its lamps</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱི་ཤོག་འདྲེན་མཐེབ་གནོན་ནས་སྒྲོན་བརྡར་གཟིགས་རོགས།</translation>
    </message>
    <message>
        <source>Look at its power and its cable</source>
        <translation>གློག་དང་སྐུད་པ་ལ་ཞིབ་བཤེར་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Nothing: cards are read again once the hall&apos;s computer is heard</source>
        <translation>བྱེད་དགོས་པ་མེད། གློག་ཀླད་སླར་གསོ་བྱུང་ན་ལག་ཁྱེར་ཀློག་ཐུབ།</translation>
    </message>
    <message>
        <source>Pull the reader&apos;s cable and plug it in again</source>
        <translation>ཀློག་ཆས་ཀྱི་སྐུད་པ་བཏོན་ནས་བསྐྱར་དུ་འཛུགས་རོགས།</translation>
    </message>
    <message>
        <source>Switch it off and on; if that does not help, call the technician</source>
        <translation>གློག་བསད་ནས་བསྐྱར་དུ་སྒོ་འབྱེད་རོགས། མ་འགྲིག་ན་ལག་རྩལ་བ་འབོད་རོགས།</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>པར་འདེབས་ཚོད་ལྟ།</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>བྱེད་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>The slip is out: look at its edges and its code</source>
        <translation>ཨང་འཛིན་ཐོན་སོང་། མཐའ་དང་ཨང་རིས་ལ་གཟིགས་རོགས།</translation>
    </message>
    <message>
        <source>It did not print</source>
        <translation>པར་མ་ཐོན།</translation>
    </message>
    <message>
        <source>The printer does not tell: look whether a slip is out</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱིས་ལན་མི་འདེབས། ཨང་འཛིན་ཐོན་མིན་གཟིགས་རོགས།</translation>
    </message>
    <message>
        <source>Read a card</source>
        <translation>ལག་ཁྱེར་ཀློག་ཚོད།</translation>
    </message>
    <message>
        <source>Lay a card on the reader</source>
        <translation>ལག་ཁྱེར་ཀློག་ཆས་སྟེང་འཇོག་རོགས།</translation>
    </message>
    <message>
        <source>No card can be read now</source>
        <translation>ད་ལྟ་ལག་ཁྱེར་ཀློག་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Read: {name}, aged {age}</source>
        <translation>བཀླགས་སོང་། {name} ལོ་ {age}</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>སྒྲ།</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>སྒྲ་ཤུགས།</translation>
    </message>
    <message>
        <source>As the hall file says</source>
        <translation>ཚོམས་ཆེན་ཡིག་ཆའི་གཏན་འབེབས།</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>ཆུང་དུ་གཏོང་།</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>ཆེ་རུ་གཏོང་།</translation>
    </message>
    <message>
        <source>Speak a sentence</source>
        <translation>ཚིག་གཅིག་གཏོང་ཚོད།</translation>
    </message>
    <message>
        <source>No voice is set up on this machine</source>
        <translation>འཕྲུལ་ཆས་འདིར་སྐད་སྒྲ་སྒྲིག་མི་འདུག</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>བྱ་རིམ།</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>བརྙན་ཡོལ།</translation>
    </message>
    <message>
        <source>Last self-test</source>
        <translation>རང་བཤེར་མཐའ་མ།</translation>
    </message>
    <message>
        <source>None since the program began</source>
        <translation>བྱ་རིམ་འགོ་ཚུགས་ནས་རང་བཤེར་མ་བྱས།</translation>
    </message>
    <message>
        <source>{count} to be seen to</source>
        <translation>དོན་ {count} ཐག་གཅོད་དགོས།</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>ད་ལྟ་རང་བཤེར།</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>བྱ་རིམ་བསྐྱར་དུ་འགོ་འཛུགས།</translation>
    </message>
    <message>
        <source>Shut this machine</source>
        <translation>འཕྲུལ་ཆས་འདི་མཚམས་འཇོག</translation>
    </message>
    <message>
        <source>Open this machine</source>
        <translation>འཕྲུལ་ཆས་འདི་སྒོ་འབྱེད།</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ཟིན་ཐོ།</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>ངའི་དོན་ཚན།</translation>
    </message>
    <message>
        <source>One number for all, in this order. Touch one to take it off.</source>
        <translation>ཨང་རྟགས་གཅིག་གིས་རིམ་བཞིན་སྒྲུབ། རེག་ན་ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>One more matter</source>
        <translation>དོན་ཚན་གཞན་ཞིག</translation>
    </message>
    <message>
        <source>One number for all</source>
        <translation>ཚང་མར་ཨང་རྟགས་གཅིག</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར།</translation>
    </message>
    <message>
        <source>Please lay your identity card on the reader and leave it there</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་བཞག་ནས་མ་སྤོ་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This number is given with an identity card only. Not here, or none with you? Ask a guide.</source>
        <translation>ཨང་རྟགས་འདི་ཐོབ་ཐང་ལག་ཁྱེར་ཁོ་ནས་ལེན་ཆོག འདིར་མི་འདོད་པའམ་མི་འདུག་ན་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Your age on the card gives you priority. Rather not here? A guide gives it to you, too.</source>
        <translation>ལག་ཁྱེར་སྟེང་གི་ལོ་ཚོད་ཀྱིས་སྔོན་ཐོབ་ཡོད། འདིར་མི་འདོད་ན་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>{hall} reads the number, your age and the beginning of your name. No photo, no address, no fingerprint.</source>
        <translation>{hall} ལག་ཁྱེར་ཨང་དང་ལོ་ཚོད། མིང་གི་མགོ་ཀློག པར་དང་གནས་ཡུལ། མཛུབ་རིས་མི་ཀློག</translation>
    </message>
    <message>
        <source>Kept is a code made of the number. Its key is destroyed after today: then it says nothing.</source>
        <translation>ཨང་ལས་བཟོས་པའི་རྟགས་ཁོ་ན་ཉར། དེ་རིང་རྗེས་ལྡེ་མིག་མེད་པར་བཟོ།</translation>
    </message>
    <message>
        <source>Shall the screens show {name} when you are called?</source>
        <translation>ཨང་འབོད་སྐབས་བརྙན་ཡོལ་དུ་ {name} སྟོན་ནམ།</translation>
    </message>
    <message>
        <source>Show {name} when I am called</source>
        <translation>ང་འབོད་སྐབས་ {name} སྟོན།</translation>
    </message>
    <message>
        <source>Do not show {name}</source>
        <translation>{name} མི་སྟོན།</translation>
    </message>
    <message>
        <source>{name} is shown beside your number when you are called. It is erased when the day is over.</source>
        <translation>ཨང་འབོད་སྐབས་ཨང་རྟགས་འགྲམ་དུ་ {name} སྟོན། ཉིན་དེ་རྫོགས་རྗེས་སུབ།</translation>
    </message>
    <message>
        <source>The screens show your number only.</source>
        <translation>བརྙན་ཡོལ་དུ་ཨང་རྟགས་ཁོ་ན་སྟོན།</translation>
    </message>
    <message>
        <source>Lay your identity card on the reader now</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་འཇོག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Lay your identity card on the reader now, or give a phone number</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་འཇོག་པའམ་ཁ་པར་ཨང་གྲངས་འབྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Give a phone number</source>
        <translation>ཁ་པར་ཨང་གྲངས་འབྲི་བ།</translation>
    </message>
    <message>
        <source>Book this time?</source>
        <translation>དུས་ཚོད་འདི་སྔོན་མངགས་བྱེད་དམ།</translation>
    </message>
    <message>
        <source>Of your card only a code is kept, from which nobody gets its number; it is gone when that day is over.</source>
        <translation>ལག་ཁྱེར་ལས་ཚབ་རྟགས་གཅིག་མ་གཏོགས་མི་ཉར། དེ་ལས་ལག་ཁྱེར་ཨང་མི་ཤེས། ཉིན་དེ་རྫོགས་ན་མེད་པར་འགྱུར།</translation>
    </message>
    <message>
        <source>Your phone number is kept encrypted, only for messages about this visit, and then erased.</source>
        <translation>ཁ་པར་ཨང་གྲངས་གསང་ཉར་བྱས་ནས་ཐེངས་འདིའི་འཕྲིན་ཐུང་ཁོ་ནར་སྤྱོད། རྗེས་སུ་གསུབ།</translation>
    </message>
    <message>
        <source>This matter is booked with an identity card only.</source>
        <translation>དོན་ཚན་འདི་ཐོབ་ཐང་ལག་ཁྱེར་གྱིས་སྔོན་མངགས་བྱེད་དགོས།</translation>
    </message>
    <message>
        <source>No card can be read here now. Please ask a guide.</source>
        <translation>ད་ལྟ་འདིར་ལག་ཁྱེར་ཀློག་མི་ཐུབ། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>སྔོན་མངགས་བྱེད་པ།</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>ཁྱེད་ཀྱི་ཁ་པར་ཨང་གྲངས།</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>སྔོན་ཐོ།</translation>
    </message>
    <message>
        <source>My number</source>
        <translation>ངའི་ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>ས་ཁུལ་ཡོངས།</translation>
    </message>
    <message>
        <source>This is what your number is for</source>
        <translation>ཨང་རྟགས་ལེན་པའི་ལས་དོན།</translation>
    </message>
    <message>
        <source>This number is not for the {count} matters of your list</source>
        <translation>ཨང་རྟགས་འདི་ཁྱེད་ཀྱི་ཐོའི་དོན་ཚན་ {count} གི་མིན།</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>སྡེ་ཁུངས།</translation>
    </message>
    <message>
        <source>{count} numbers left</source>
        <translation>ཨང་རྟགས་ལྷག་མ་ {count}</translation>
    </message>
    <message>
        <source>No numbers left for this half-day</source>
        <translation>ད་ལྟའི་ཨང་རྟགས་ཚང་མ་བླངས་ཟིན།</translation>
    </message>
    <message>
        <source>Numbers from {opens_at}</source>
        <translation>{opens_at} ནས་ཨང་རྟགས་ལེན་ཆོག</translation>
    </message>
    <message>
        <source>No papers are listed. A guide can tell you what to bring.</source>
        <translation>ཡིག་ཆའི་ཐོ་མི་འདུག ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Less busy</source>
        <translation>མི་ཉུང་བ།</translation>
    </message>
    <message>
        <source>Take it there: less busy</source>
        <translation>མི་ཉུང་སར་ཨང་རྟགས་ལེན།</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>ཐོ་པར་འདེབས།</translation>
    </message>
    <message>
        <source>List printed</source>
        <translation>ཐོ་པར་བཏབ་ཟིན།</translation>
    </message>
    <message>
        <source>The list is being printed</source>
        <translation>ཐོ་པར་འདེབས་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Please take the list from the printer</source>
        <translation>ཐོ་བླངས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The list did not print. Please read it here or ask a guide</source>
        <translation>ཐོ་པར་འདེབས་མ་ཐུབ། འདིར་གཟིགས་པའམ་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Another matter too</source>
        <translation>དོན་ཚན་གཞན་ཡང་ཡོད།</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>ངའི་ཐོར་སྣོན།</translation>
    </message>
    <message>
        <source>Priority, help, SMS</source>
        <translation>སྔོན་ཐོབ། རོགས་རམ།</translation>
    </message>
    <message>
        <source>My list: {count}</source>
        <translation>ངའི་དོན་ཚན། {count}</translation>
    </message>
    <message>
        <source>On your list: {count}. Choose another, or take one number for all</source>
        <translation>ཐོར་དོན་ཚན་ {count} ཡོད། གཞན་འདེམས་པའམ་ཨང་རྟགས་གཅིག་ལེན་རོགས།</translation>
    </message>
    <message>
        <source>Messages to {phone}</source>
        <translation>འཕྲིན་ཐུང་ {phone}</translation>
    </message>
    <message>
        <source>For somebody else</source>
        <translation>གཞན་གྱི་ཚབ་ཏུ།</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>ཨང་རྟགས་ལེན།</translation>
    </message>
    <message>
        <source>The network is down. You can take a number here all the same; it is valid.</source>
        <translation>དྲ་རྒྱ་ཆད་འདུག འོན་ཀྱང་འདིར་ཨང་རྟགས་ལེན་ཆོག ཨང་རྟགས་ནུས་ལྡན་ཡིན།</translation>
    </message>
    <message>
        <source>Valid: your place counts from now</source>
        <translation>ཨང་རྟགས་ནུས་ལྡན། གོ་རིམ་ད་ལྟ་ནས་བརྩིས།</translation>
    </message>
    <message>
        <source>Guide: sign in</source>
        <translation>ལམ་སྟོན་པ། ནང་འཛུལ།</translation>
    </message>
    <message>
        <source>Type your clerk number</source>
        <translation>ལས་བྱེད་པའི་ཨང་ནང་འཇུག་གནང་རོགས།</translation>
    </message>
    <message>
        <source>Clerk number</source>
        <translation>ལས་བྱེད་པའི་ཨང་།</translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation>གསང་ཨང་ནང་འཇུག་གནང་རོགས།</translation>
    </message>
    <message>
        <source>For the hall&apos;s guides only</source>
        <translation>ཚོམས་ཆེན་གྱི་ལམ་སྟོན་པ་ཁོ་ནར་སྤྱོད།</translation>
    </message>
    <message>
        <source>Guide {name} is signed in</source>
        <translation>ལམ་སྟོན་པ་ {name} ནང་འཛུལ་བྱས་ཟིན།</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>ཕྱིར་འབུད།</translation>
    </message>
    <message>
        <source>The hall now</source>
        <translation>ཚོམས་ཆེན་གྱི་ད་ལྟའི་གནས་ཚུལ།</translation>
    </message>
    <message>
        <source>longest {minutes} min</source>
        <translation>རིང་ཤོས་སྐར་མ་ {minutes}</translation>
    </message>
    <message>
        <source>{open}/{all} windows open</source>
        <translation>སྒེའུ་ཁུང་ {open}/{all}</translation>
    </message>
    <message>
        <source>no window open</source>
        <translation>སྒེའུ་ཁུང་ཕྱེ་མི་འདུག</translation>
    </message>
    <message>
        <source>{open} open, {paused} paused</source>
        <translation>{open} ཕྱེ། {paused} མཚམས་བཞག</translation>
    </message>
    <message>
        <source>paused: {windows}</source>
        <translation>མཚམས་བཞག {windows}</translation>
    </message>
    <message>
        <source>next: {least}–{most} min</source>
        <translation>ད་ལྟ་བླངས་ན་སྐར་མ་ {least}–{most}</translation>
    </message>
    <message>
        <source>next: at once</source>
        <translation>ད་ལྟ་བླངས་ན་མྱུར་དུ་འབོད།</translation>
    </message>
    <message>
        <source>next: —</source>
        <translation>ད་ལྟ་བླངས་ན། —</translation>
    </message>
    <message>
        <source>Long wait</source>
        <translation>སྒུག་དུས་རིང་དྲགས།</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>What a guide does with tickets needs it. Numbers can still be issued here.</source>
        <translation>ལམ་སྟོན་པས་ཨང་འཛིན་ཐག་གཅོད་པར་དེ་དགོས། འདིར་ཨང་རྟགས་སྔར་བཞིན་ལེན་ཐུབ།</translation>
    </message>
    <message>
        <source>Issue a number</source>
        <translation>ཚབ་ཏུ་ཨང་ལེན།</translation>
    </message>
    <message>
        <source>Who is it for? You vouch for the class.</source>
        <translation>སུའི་དོན་དུ་ལེན། རིགས་ཁྱེད་ཀྱིས་ར་སྤྲོད་བྱེད།</translation>
    </message>
    <message>
        <source>Choose the matter</source>
        <translation>དོན་ཚན་འདེམས།</translation>
    </message>
    <message>
        <source>Taken by staff, marked on the slip</source>
        <translation>རོགས་སྒྲུབ། ཨང་འཛིན་སྟེང་བཀོད།</translation>
    </message>
    <message>
        <source>Text message before the turn</source>
        <translation>རེས་མོས་གོང་འཕྲིན་ཐུང་།</translation>
    </message>
    <message>
        <source>Find a ticket</source>
        <translation>ཨང་འཛིན་འཚོལ།</translation>
    </message>
    <message>
        <source>Type the number, or scan the slip</source>
        <translation>ཨང་རྟགས་ནང་འཇུག་གམ་ཨང་འཛིན་བཤེར་རོགས།</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Missing slips</source>
        <translation>ཤོག་བུ་མེད་པའི་ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Every visitor has a slip</source>
        <translation>མི་ཚང་མར་ཨང་འཛིན་ཡོད།</translation>
    </message>
    <message>
        <source>Touch a number to print its slip again</source>
        <translation>ཨང་རྟགས་བདམས་ནས་ཨང་འཛིན་ཡང་བསྐྱར་པར་འདེབས།</translation>
    </message>
    <message>
        <source>Ticket {number}</source>
        <translation>ཨང་རྟགས་ {number}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>གནས་ཚུལ།</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>རྗེས་སུ་སྒྲུབ།</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>སྒུག་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>called to window {window}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ལ་བོས་ཟིན།</translation>
    </message>
    <message>
        <source>served at window {window}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ནས་སྒྲུབ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>བཀག་བཞག</translation>
    </message>
    <message>
        <source>done</source>
        <translation>གྲུབ་སོང་།</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>ཨང་བརྒལ།</translation>
    </message>
    <message>
        <source>moved to another queue</source>
        <translation>གྲལ་གཞན་དུ་སྤོས་ཟིན།</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ཕྱིར་འཐེན་ཟིན།</translation>
    </message>
    <message>
        <source>{count} ahead</source>
        <translation>མདུན་ལ་མི་ {count}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>གྲལ།</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>རིགས།</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>ཨང་ལེན་དུས།</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>ཨང་འཛིན།</translation>
    </message>
    <message>
        <source>none was printed</source>
        <translation>པར་མ་བཏབ།</translation>
    </message>
    <message>
        <source>being printed</source>
        <translation>པར་འདེབས་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>པར་བཏབ་ཟིན།</translation>
    </message>
    <message>
        <source>did not print</source>
        <translation>པར་འདེབས་མ་ཐུབ།</translation>
    </message>
    <message>
        <source>may be out; nobody knows</source>
        <translation>ཐོན་ཡོད་མེད་མི་གསལ།</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>ཡང་བསྐྱར་པར་འདེབས།</translation>
    </message>
    <message>
        <source>Give a class</source>
        <translation>རིགས་གཏན་འཁེལ།</translation>
    </message>
    <message>
        <source>Move to a queue</source>
        <translation>གྲལ་གཞན་དུ་སྤོ།</translation>
    </message>
    <message>
        <source>Let wait again</source>
        <translation>སླར་གྲལ་དུ་འཇུག</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>ཨང་རྟགས་ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>Where shall the slip of {number} be printed?</source>
        <translation>{number} ཨང་འཛིན་གང་དུ་པར་འདེབས།</translation>
    </message>
    <message>
        <source>No kiosk has told of a printer</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་མི་འདུག</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>བཀོལ་ཆོག</translation>
    </message>
    <message>
        <source>not ready yet</source>
        <translation>གྲ་སྒྲིག་བྱེད་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>མཐུད་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Which class has the visitor of {number}? You vouch for it.</source>
        <translation>{number} རིགས་གང་ཡིན། ཁྱེད་ཀྱིས་ར་སྤྲོད་བྱེད།</translation>
    </message>
    <message>
        <source>To which queue does {number} move?</source>
        <translation>{number} གྲལ་གང་དུ་སྤོ།</translation>
    </message>
    <message>
        <source>First in line</source>
        <translation>གྲལ་མགོར།</translation>
    </message>
    <message>
        <source>Why is {number} cancelled?</source>
        <translation>{number} ཅིའི་ཕྱིར་ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>Move {number} to “{name}”?</source>
        <translation>{number} “{name}” གྲལ་དུ་སྤོའམ།</translation>
    </message>
    <message>
        <source>Move {number} to “{name}”, first in line?</source>
        <translation>{number} “{name}” གྲལ་མགོར་སྤོའམ།</translation>
    </message>
    <message>
        <source>Let {number} wait again?</source>
        <translation>{number} སླར་གྲལ་དུ་འཇུག་གམ།</translation>
    </message>
    <message>
        <source>Cancel {number}? Its visitor will not be called any more.</source>
        <translation>{number} ཕྱིར་འཐེན་ནམ། ཨང་རྟགས་འདི་ཡང་བསྐྱར་མི་འབོད།</translation>
    </message>
    <message>
        <source>This cannot be taken back</source>
        <translation>འདི་ཕྱིར་བསྡུ་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Yes, move</source>
        <translation>རེད། སྤོ།</translation>
    </message>
    <message>
        <source>Yes, wait again</source>
        <translation>རེད། སླར་འཇུག</translation>
    </message>
    <message>
        <source>Yes, cancel</source>
        <translation>རེད། ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>A copy was sent to the printer {printer}</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ {printer} ལ་བསྐུར་ཟིན།</translation>
    </message>
    <message>
        <source>The class is “{name}” now</source>
        <translation>ད་ལྟ་རིགས་ནི་“{name}”ཡིན།</translation>
    </message>
    <message>
        <source>Moved to “{name}”</source>
        <translation>“{name}” གྲལ་དུ་སྤོས་ཟིན།</translation>
    </message>
    <message>
        <source>The visitor waits again</source>
        <translation>སླར་གྲལ་དུ་བཅུག་ཟིན།</translation>
    </message>
    <message>
        <source>The ticket is cancelled</source>
        <translation>ཨང་རྟགས་ཕྱིར་འཐེན་ཟིན།</translation>
    </message>
    <message>
        <source>Booking · not a number yet</source>
        <translation>སྔོན་མངགས། · ཨང་རྟགས་མིན།</translation>
    </message>
    <message>
        <source>At the kiosk: hold this code before the scanner, or type it</source>
        <translation>ཨང་ལེན་འཕྲུལ་འཁོར་དུ་ཚབ་རྟགས་འདི་བཤེར་བའམ་འབྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>You can cancel it at a kiosk until {at}</source>
        <translation>{at} བར་ཨང་ལེན་འཕྲུལ་འཁོར་དུ་ཕྱིར་འཐེན་ཆོག</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>དེ་རིང་། {day}</translation>
    </message>
    <message>
        <source>Type the number on your slip, or hold the code on the slip before the scanner</source>
        <translation>ཨང་འཛིན་གྱི་ཨང་རྟགས་འབྲི་བའམ་ཨང་འཛིན་གྱི་ཚབ་རྟགས་བཤེར་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>For example {number}</source>
        <translation>དཔེར་ན། {number}</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>སྒོ་འབྱེད་དུས་ཚོད།</translation>
    </message>
    <message>
        <source>Which matter do you book for?</source>
        <translation>སྔོན་མངགས་བྱེད་པའི་དོན་ཚན་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Nothing can be booked here. Please ask a guide.</source>
        <translation>འདིར་སྔོན་མངགས་བྱེད་མི་ཐུབ། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>ཚེས་གྲངས་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>དུས་ཚོད་འདེམས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>{count} places free</source>
        <translation>ལྷག་གྲངས་ {count}</translation>
    </message>
    <message>
        <source>Fully booked</source>
        <translation>སྔོན་མངགས་གང་འདུག</translation>
    </message>
    <message>
        <source>Has begun</source>
        <translation>འགོ་ཚུགས་འདུག</translation>
    </message>
    <message>
        <source>Your booking code</source>
        <translation>ཁྱེད་ཀྱི་སྔོན་མངགས་ཚབ་རྟགས།</translation>
    </message>
    <message>
        <source>Your booking slip is being printed</source>
        <translation>སྔོན་མངགས་འཛིན་པར་འདེབས་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Please take your booking slip and bring it along</source>
        <translation>སྔོན་མངགས་འཛིན་བླངས་ནས་ཕེབས་སྐབས་འཁྱེར་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Please take your booking slip. Is there none? Note the code; you need it when you come.</source>
        <translation>སྔོན་མངགས་འཛིན་བླངས་རོགས་གནང་། མ་ཐོན་ན་ཚབ་རྟགས་ཡིད་ལ་ངེས་རོགས་གནང་། ཕེབས་སྐབས་དགོས།</translation>
    </message>
    <message>
        <source>No slip came out. Please note the code; you need it when you come.</source>
        <translation>འཛིན་མ་ཐོན། ཚབ་རྟགས་ཡིད་ལ་ངེས་རོགས་གནང་། ཕེབས་སྐབས་དགོས།</translation>
    </message>
    <message>
        <source>Come between {starts} and {ends}</source>
        <translation>{starts}–{ends} བར་ཕེབས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>After {at} you wait like everybody</source>
        <translation>{at} རྗེས་སུ་ཕེབས་ན་གཞན་དང་འདྲ་བར་སྒུག་དགོས།</translation>
    </message>
    <message>
        <source>I have booked</source>
        <translation>སྔོན་མངགས་བྱས་ཟིན།</translation>
    </message>
    <message>
        <source>Type your booking code, or hold its square code before the scanner</source>
        <translation>སྔོན་མངགས་ཚབ་རྟགས་འབྲི་བའམ་བཤེར་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Type your booking code, hold its square code before the scanner, or lay your card on the reader</source>
        <translation>སྔོན་མངགས་ཚབ་རྟགས་འབྲི་བའམ་བཤེར་བ། ཡང་ན་ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་འཇོག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Eight digits</source>
        <translation>ཨང་ཀི་བརྒྱད།</translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>སྔོན་མངགས་ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>སྔོན་མངགས་འདི་ཕྱིར་འཐེན་བྱེད་དམ།</translation>
    </message>
    <message>
        <source>Your time goes to somebody else. The code is not valid any more.</source>
        <translation>དུས་ཚོད་འདི་གཞན་ལ་སྤྲོད། ཚབ་རྟགས་སྤྱོད་མི་ཆོག</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>ཡིན། ཕྱིར་འཐེན།</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>མིན། ཉར་དགོས།</translation>
    </message>
    <message>
        <source>The booking is cancelled</source>
        <translation>སྔོན་མངགས་ཕྱིར་འཐེན་བྱས་ཟིན།</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>དུས་ཚོད།</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>དོན་ཚན།</translation>
    </message>
    <message>
        <source>You have your number already. Lost the slip? Ask a guide.</source>
        <translation>ཨང་རྟགས་བླངས་ཟིན། ཨང་འཛིན་བརླགས་ན་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The hall is closed now</source>
        <translation>ད་ལྟ་ཚོམས་ཆེན་སྒོ་བརྒྱབ་འདུག</translation>
    </message>
    <message>
        <source>Opening hours of the hall</source>
        <translation>ཚོམས་ཆེན་གྱི་སྒོ་འབྱེད་དུས་ཚོད།</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>སྒོ་བརྒྱབ།</translation>
    </message>
    <message>
        <source>Closed: {name}</source>
        <translation>སྒོ་བརྒྱབ། {name}</translation>
    </message>
    <message>
        <source>{hours} (make-up workday)</source>
        <translation>{hours} (ཁ་གསབ་ལས་ཉིན།)</translation>
    </message>
    <message>
        <source>Numbers taken before closing are still called.</source>
        <translation>སྒོ་མ་བརྒྱབ་གོང་གི་ཨང་རྟགས་ད་དུང་འབོད།</translation>
    </message>
    <message>
        <source>Numbers not called before closing are not called any more.</source>
        <translation>སྒོ་མ་བརྒྱབ་གོང་མ་བོས་པའི་ཨང་རྟགས་མི་འབོད།</translation>
    </message>
    <message>
        <source>The code on your slip shows your place on your phone too.</source>
        <translation>ཨང་འཛིན་གྱི་ཚབ་རྟགས་ཁ་པར་གྱིས་བཤེར་ནའང་གོ་རིམ་མཐོང་།</translation>
    </message>
    <message>
        <source>No numbers are given now</source>
        <translation>ད་ལྟ་ཨང་རྟགས་ལེན་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Numbers are given again from {at}</source>
        <translation>{at} ནས་ཨང་རྟགས་ལེན་ཆོག</translation>
    </message>
    <message>
        <source>At this machine no numbers are given</source>
        <translation>འཕྲུལ་འཁོར་འདིར་ཨང་རྟགས་མི་སྤྲོད།</translation>
    </message>
    <message>
        <source>Numbers are given until {at}</source>
        <translation>{at} བར་ཨང་རྟགས་ལེན་ཆོག</translation>
    </message>
    <message>
        <source>Please go to window {window} now</source>
        <translation>ད་ལྟ་སྒེའུ་ཁུང་ཨང་ {window} ལ་ཕེབས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>You are being served at window {window}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ནས་ཁྱེད་ལ་ཞབས་ཞུ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Your number was called and nobody came. Take it again here, or ask a guide</source>
        <translation>ཨང་རྟགས་འདས་འདུག འདིར་གོ་རིམ་སླར་གསོ་བའམ་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This number is not called any more</source>
        <translation>ཨང་རྟགས་འདི་མི་འབོད།</translation>
    </message>
    <message>
        <source>Then: {names}</source>
        <translation>དེ་རྗེས། {names}</translation>
    </message>
    <message>
        <source>Your place in the queue is lost.</source>
        <translation>ཁྱེད་ཀྱི་གོ་རིམ་བོར་འགྲོ།</translation>
    </message>
    <message>
        <source>The steps to come are lost too. What is done stays done.</source>
        <translation>རྗེས་ཀྱི་གོ་རིམ་ཡང་མེད་པར་འགྱུར། གྲུབ་ཟིན་པ་སྔར་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>To be served you need a new number, at the end of the queue.</source>
        <translation>སླར་སྒྲུབ་ན་ཨང་རྟགས་གསར་པ་བླངས་ནས་མཇུག་ནས་སྒུག་དགོས།</translation>
    </message>
    <message>
        <source>Give this number up</source>
        <translation>ཨང་རྟགས་འདི་འདོར་བ།</translation>
    </message>
    <message>
        <source>Give number {number} up?</source>
        <translation>ཨང་རྟགས་ {number} འདོར་རམ།</translation>
    </message>
    <message>
        <source>Yes, give it up</source>
        <translation>ཡིན། འདོར།</translation>
    </message>
    <message>
        <source>Take my number again</source>
        <translation>གོ་རིམ་སླར་གསོ།</translation>
    </message>
</context>
</TS>
