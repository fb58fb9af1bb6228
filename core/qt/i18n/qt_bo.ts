<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bo_CN" sourcelanguage="en">
<context>
    <name>dates</name>
    <message>
        <source>{weekday}, {year}-{month}-{day}</source>
        <translation>{year} ཟླ་ {month} ཚེས་ {day} {weekday}</translation>
    </message>
    <message>
        <source>{month}/{day}</source>
        <translation>ཟླ་ {month} ཚེས་ {day}</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>གཟའ་ཟླ་བ།</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>གཟའ་མིག་དམར།</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>གཟའ་ལྷག་པ།</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>གཟའ་ཕུར་བུ།</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>གཟའ་པ་སངས།</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>གཟའ་སྤེན་པ།</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>གཟའ་ཉི་མ།</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>This did not work. Please ask a guide.</source>
        <translation>གྲུབ་མ་སོང་། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>ཨང་འཛིན་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such queue any more.</source>
        <translation>ད་ལྟ་སྒུག་གྲལ་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such matter any more.</source>
        <translation>ད་ལྟ་དོན་ཚན་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>That matter is done in another queue.</source>
        <translation>དོན་ཚན་འདི་གྲལ་གཞན་ཞིག་ཏུ་སྒྲུབ་ཀྱི་རེད།</translation>
    </message>
    <message>
        <source>There is no such window.</source>
        <translation>སྒེའུ་ཁུང་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such zone.</source>
        <translation>ས་ཁུལ་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such class of visitors.</source>
        <translation>མི་སྣའི་རིགས་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such reason.</source>
        <translation>རྒྱུ་མཚན་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>This hall does not speak that language.</source>
        <translation>ཚོམས་ཆེན་འདིར་སྐད་ཡིག་དེ་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} is not waiting any more.</source>
        <translation>ཨང་རྟགས་ {number} སྒུག་གྲལ་ནང་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} has not been called.</source>
        <translation>ཨང་རྟགས་ {number} ད་དུང་བོས་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} was not passed.</source>
        <translation>ཨང་རྟགས་ {number} འདས་མེད།</translation>
    </message>
    <message>
        <source>Ticket {number} is not at a window.</source>
        <translation>ཨང་རྟགས་ {number} སྒེའུ་ཁུང་དུ་མི་འདུག</translation>
    </message>
    <message>
        <source>Ticket {number} is being served or has ended.</source>
        <translation>ཨང་རྟགས་ {number} སྒྲུབ་བཞིན་ཡོད་པའམ་མཇུག་རྫོགས་ཟིན།</translation>
    </message>
    <message>
        <source>Somebody else was quicker. Please look again.</source>
        <translation>གཞན་གྱིས་སྔོན་ལ་བསྒྲུབས་ཟིན། ཡང་བསྐྱར་གཟིགས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Nobody is at the window.</source>
        <translation>སྒེའུ་ཁུང་དུ་མི་མི་འདུག</translation>
    </message>
    <message>
        <source>Clerk {clerk} is at window {window} now.</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ད་ལྟ་ལས་བྱེད་པ་ {clerk} ཡིས་བཀོལ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Nobody is signed in at window {window}.</source>
        <translation>སྒེའུ་ཁུང་ {window} ལ་སུ་ཡང་ནང་འཛུལ་བྱས་མེད།</translation>
    </message>
    <message>
        <source>Somebody is still at the window.</source>
        <translation>སྒེའུ་ཁུང་དུ་ད་དུང་མི་འདུག</translation>
    </message>
    <message>
        <source>The window is not open.</source>
        <translation>སྒེའུ་ཁུང་ཕྱེ་མི་འདུག</translation>
    </message>
    <message>
        <source>The matter asks for no such paper.</source>
        <translation>དོན་གཅོད་འདིར་ཡིག་ཆ་དེ་མི་དགོས།</translation>
    </message>
    <message>
        <source>Ticket {number} is not suspended.</source>
        <translation>ཨང་རྟགས་ {number} བཀག་བཞག་མི་འདུག</translation>
    </message>
    <message>
        <source>That step of ticket {number} has begun already.</source>
        <translation>ཨང་རྟགས་ {number} ཡི་རིམ་པ་དེ་འགོ་བཙུགས་ཟིན།</translation>
    </message>
    <message>
        <source>Ticket {number} has moved on; nothing was taken back.</source>
        <translation>ཨང་རྟགས་ {number} འགྱུར་ཟིན་པས་ཕྱིར་འཐེན་མ་ཐུབ།</translation>
    </message>
    <message>
        <source>Ticket {number} goes on at window {window}.</source>
        <translation>ཨང་རྟགས་ {number} སྒེའུ་ཁུང་ཨང་ {window} ནས་སྒྲུབ་དགོས།</translation>
    </message>
    <message>
        <source>Number {number} was passed and is void. Please take a new one.</source>
        <translation>ཨང་རྟགས་ {number} འདས་ནས་མེད་པར་གྱུར། གསར་པ་ཞིག་ལེན་རོགས།</translation>
    </message>
    <message>
        <source>Ticket {number} was called as often as the hall allows.</source>
        <translation>ཨང་རྟགས་ {number} འབོད་ཚད་ལོངས་ཟིན།</translation>
    </message>
    <message>
        <source>Ticket {number} was called just now. Again in {wait_s} s.</source>
        <translation>ཨང་རྟགས་ {number} ད་ལྟ་རང་བོས་པ་ཡིན། སྐར་ཆ་ {wait_s} རྗེས་ཡང་བསྐྱར་འབོད་ཆོག</translation>
    </message>
    <message>
        <source>Ticket {number} may be on the way. It can be passed in {wait_s} s.</source>
        <translation>ཨང་རྟགས་ {number} ལམ་དུ་ཡོད་སྲིད། སྐར་ཆ་ {wait_s} རྗེས་འདས་པར་བརྩི་ཆོག</translation>
    </message>
    <message>
        <source>The window called just now. The next in {wait_s} s.</source>
        <translation>སྒེའུ་ཁུང་གིས་ད་ལྟ་རང་བོས་པ་ཡིན། སྐར་ཆ་ {wait_s} རྗེས་རྗེས་མ་འབོད་ཆོག</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>ཕྱིར་འཐེན་རྒྱུ་མི་འདུག</translation>
    </message>
    <message>
        <source>That was too long ago to be taken back.</source>
        <translation>དུས་ཡུན་རིང་དྲགས་པས་ཕྱིར་འཐེན་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Window {window} does not serve that queue.</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ནས་གྲལ་དེ་མི་སྒྲུབ།</translation>
    </message>
    <message>
        <source>A window serves each queue once, and at least one.</source>
        <translation>སྒེའུ་ཁུང་གིས་གྲལ་གཅིག་ཉུང་མཐར་སྒྲུབ་དགོས་ལ་བསྐྱར་ཟློས་མི་ཆོག</translation>
    </message>
    <message>
        <source>Window {window} calls again from {opens_at}.</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} དུས་ {opens_at} ནས་འབོད་ཀྱི་རེད།</translation>
    </message>
    <message>
        <source>Ticket {number} is still with you at window {window}.</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ན་ཁྱེད་ཀྱི་ཨང་རྟགས་ {number} ད་དུང་ཡོད།</translation>
    </message>
    <message>
        <source>That class needs a proof. Please ask a guide.</source>
        <translation>རིགས་དེར་ར་སྤྲོད་དགོས། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Closed now. Tickets again from {opens_at}.</source>
        <translation>ད་ལྟ་སྒོ་བརྒྱབ་འདུག དུས་ {opens_at} ནས་ཨང་རྟགས་ལེན་ཆོག</translation>
    </message>
    <message>
        <source>All tickets of this half-day are taken. New ones from {opens_at}.</source>
        <translation>ད་ལྟའི་ཨང་རྟགས་ཚང་མ་བླངས་ཟིན། དུས་ {opens_at} ནས་གསར་པ་ལེན་ཆོག</translation>
    </message>
    <message>
        <source>You hold number {number} for this already.</source>
        <translation>ཁྱེད་ལ་འདིའི་ཨང་རྟགས་ {number} ཡོད་ཟིན།</translation>
    </message>
    <message>
        <source>One person may take {most} of these tickets a day.</source>
        <translation>མི་རེ་ལ་ཉིན་རེར་ཨང་རྟགས་ {most} ལས་ལེན་མི་ཆོག</translation>
    </message>
    <message>
        <source>Please lay your identity card on the reader.</source>
        <translation>ཐོབ་ཐང་ལག་ཁྱེར་ཀློག་ཆས་སྟེང་འཇོག་རོགས།</translation>
    </message>
    <message>
        <source>No screen shows that code any more.</source>
        <translation>ཨང་རྟགས་འདི་སྟོན་པའི་འཆར་ངོས་མེད།</translation>
    </message>
    <message>
        <source>That screen has its answer already.</source>
        <translation>འཆར་ངོས་དེ་ལ་ལན་བཏབ་ཟིན།</translation>
    </message>
    <message>
        <source>Too many screens ask at once. Again in {retry_s} s.</source>
        <translation>འཆར་ངོས་མང་དྲགས་འདུག སྐར་ཆ་{retry_s}རྗེས་སུ་བསྐྱར་དུ་ཚོད་ལྟ་གནང་།</translation>
    </message>
    <message>
        <source>The hall has no “{found}”. Choose what the screen shows.</source>
        <translation>ཚོམས་ཆེན་ནང་“{found}”མེད། འཆར་ངོས་ཀྱི་ནང་དོན་འདེམས་རོགས།</translation>
    </message>
    <message>
        <source>There is no such booking.</source>
        <translation>སྔོན་ཐོ་དེ་མི་འདུག</translation>
    </message>
    <message>
        <source>There is no such time to book.</source>
        <translation>སྔོན་ཐོའི་དུས་ཚོད་དེ་མི་འདུག</translation>
    </message>
    <message>
        <source>That day cannot be booked. The last one is {last}.</source>
        <translation>ཉིན་དེར་སྔོན་ཐོ་འགོད་མི་ཆོག མཐའ་མ་ {last} རེད།</translation>
    </message>
    <message>
        <source>That time has begun already.</source>
        <translation>དུས་ཚོད་དེ་འགོ་བཙུགས་ཟིན།</translation>
    </message>
    <message>
        <source>That time is fully booked.</source>
        <translation>དུས་ཚོད་དེའི་སྔོན་ཐོ་གང་ཟིན།</translation>
    </message>
    <message>
        <source>You have booked for that day already.</source>
        <translation>ཉིན་དེར་ཁྱེད་ཀྱིས་སྔོན་ཐོ་བཀོད་ཟིན།</translation>
    </message>
    <message>
        <source>This booking was used, cancelled or missed.</source>
        <translation>སྔོན་ཐོ་འདི་བཀོལ་བའམ་ཕྱིར་འཐེན་ནམ་འདས་ཟིན།</translation>
    </message>
    <message>
        <source>Check-in for this booking opens at {opens_at}.</source>
        <translation>སྔོན་ཐོ་འདི་དུས་ {opens_at} ནས་ཐོ་འགོད་ཆོག</translation>
    </message>
    <message>
        <source>This booking was for {date}.</source>
        <translation>སྔོན་ཐོ་འདི་ {date} གི་ཡིན།</translation>
    </message>
    <message>
        <source>It could be cancelled until {until}.</source>
        <translation>དུས་ {until} བར་ཕྱིར་འཐེན་ཆོག་པ་ཡིན།</translation>
    </message>
    <message>
        <source>The day of this booking is not over.</source>
        <translation>སྔོན་ཐོའི་ཉིན་མོ་ད་དུང་རྫོགས་མེད།</translation>
    </message>
    <message>
        <source>Somebody else was quicker with this booking. Please look again.</source>
        <translation>སྔོན་ཐོ་འདི་གཞན་གྱིས་བཅོས་ཟིན། ཡང་བསྐྱར་གཟིགས་རོགས།</translation>
    </message>
    <message>
        <source>Too many wrong codes. Please wait a while.</source>
        <translation>ཨང་གྲངས་ནོར་ཐེངས་མང་དྲགས་པས་ཅུང་ཙམ་སྒུག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Of a name only its beginning is taken.</source>
        <translation>མིང་གི་མགོ་ཁོ་ན་ལེན།</translation>
    </message>
    <message>
        <source>Cards cannot be read for {date}.</source>
        <translation>{date} ཆེད་ལག་ཁྱེར་ཀློག་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Number {number} was rated already.</source>
        <translation>ཨང་རྟགས་ {number} ལ་གདེང་འཇོག་བྱས་ཟིན།</translation>
    </message>
    <message>
        <source>Number {number} can be rated once it is finished.</source>
        <translation>ཨང་རྟགས་ {number} སྒྲུབ་ཚར་རྗེས་གདེང་འཇོག་བྱེད་ཆོག</translation>
    </message>
    <message>
        <source>Number {number} of {date} was not set aside for this machine.</source>
        <translation>{date} ཉིན་གྱི་ཨང་ {number} ནི་འཕྲུལ་ཆས་འདིའི་ཆེད་བཞག་པ་མིན།</translation>
    </message>
    <message>
        <source>The visit of ticket {number} ended long ago.</source>
        <translation>ཨང་ {number} གི་ལས་དོན་སྔ་མོ་ནས་མཇུག་རྫོགས་འདུག</translation>
    </message>
    <message>
        <source>That is no longer to be collected.</source>
        <translation>དེ་ལེན་ཟིན་པའམ་ཕྱིར་བླངས་ཟིན།</translation>
    </message>
    <message>
        <source>{text} is on the screens already.</source>
        <translation>{text} འཆར་ངོས་ཐོག་ཡོད་ཟིན།</translation>
    </message>
    <message>
        <source>A screen shows numbers only: letters and figures, nobody&apos;s name, phone or ID number.</source>
        <translation>འཆར་ངོས་ཐོག་ཨང་གྲངས་མ་གཏོགས་མི་སྟོན། མིང་དང་ཁ་པར། ཐོབ་ཐང་ལག་ཁྱེར་ཨང་སྟོན་མི་ཆོག</translation>
    </message>
    <message>
        <source>The visit could be rated until {until}.</source>
        <translation>དུས་ {until} བར་གདེང་འཇོག་བྱེད་ཆོག་པ་ཡིན།</translation>
    </message>
    <message>
        <source>People still wait or are served where the new hall file has nothing.</source>
        <translation>ཡིག་ཆ་གསར་པར་མེད་པའི་གྲལ་ལམ་སྒེའུ་ཁུང་ན་མི་ད་དུང་ཡོད།</translation>
    </message>
    <message>
        <source>The hall file has mistakes.</source>
        <translation>ཚོགས་ཁང་ཡིག་ཆར་ནོར་འཁྲུལ་འདུག</translation>
    </message>
    <message>
        <source>There is no such clerk.</source>
        <translation>ལས་བྱེད་པ་དེ་མི་འདུག</translation>
    </message>
    <message>
        <source>The network is down, and no numbers are reserved here for this. Please ask a guide.</source>
        <translation>དྲ་རྒྱ་ཆད་འདུག འདིར་དོན་འདིའི་ཨང་རྟགས་ཟུར་བཞག་མེད། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The network is down, and all numbers reserved here for this are given out. Please ask a guide.</source>
        <translation>དྲ་རྒྱ་ཆད་འདུག འདིར་ཟུར་བཞག་པའི་ཨང་རྟགས་ཚང་མ་སྤྲད་ཟིན། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The network is down, and the numbers kept here are of another day. Please ask a guide.</source>
        <translation>དྲ་རྒྱ་ཆད་འདུག འདིར་ཉར་བའི་ཨང་རྟགས་དེ་རིང་གི་མ་རེད། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The network is down, and this machine cannot save a number. Please ask a guide.</source>
        <translation>དྲ་རྒྱ་ཆད་འདུག འཕྲུལ་ཆས་འདིས་ཨང་རྟགས་ཉར་ཚགས་བྱེད་མི་ཐུབ། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This needs your identity card, and no card can be read now. Please ask a guide.</source>
        <translation>དོན་འདིར་ཐོབ་ཐང་ལག་ཁྱེར་དགོས། ད་ལྟ་ལག་ཁྱེར་ཀློག་མི་ཐུབ། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Bookings cannot be looked up now. Please take an ordinary number and tell a guide that you booked.</source>
        <translation>ད་ལྟ་སྔོན་ཐོ་འཚོལ་མི་ཐུབ། ཨང་རྟགས་དཀྱུས་མ་ཞིག་བླངས་ནས་སྔོན་ཐོ་བཀོད་ཟིན་པ་ལམ་སྟོན་པར་ཤོད་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The printer&apos;s paper will soon run out.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱི་ཤོག་བུ་མྱུར་དུ་རྫོགས་ལ་ཉེ།</translation>
    </message>
    <message>
        <source>The printer&apos;s knife is stuck.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱི་གྲི་འཁྱིལ་འདུག</translation>
    </message>
    <message>
        <source>The printer is offline and does not say why.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་མཐུད་མཚམས་ཆད་འདུག རྒྱུ་མཚན་མི་གསལ།</translation>
    </message>
    <message>
        <source>The printer does not say how it is.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱིས་རང་གི་གནས་ཚུལ་མི་བརྗོད།</translation>
    </message>
    <message>
        <source>The printer does not say whether it has printed.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱིས་པར་བཏབ་ཡོད་མེད་མི་བརྗོད།</translation>
    </message>
    <message>
        <source>Nothing is heard any more of the machine that has this device.</source>
        <translation>སྒྲིག་ཆས་འདི་མཐུད་པའི་འཕྲུལ་ཆས་ལས་ལན་མི་ཐོས།</translation>
    </message>
    <message>
        <source>The device is not set up any more.</source>
        <translation>སྒྲིག་ཆས་འདི་ད་ཆ་སྒྲིག་འགོད་ནང་མི་འདུག</translation>
    </message>
    <message>
        <source>The card was not read. Please lay it on once more and leave it there.</source>
        <translation>ལག་ཁྱེར་ཀློག་མ་ཐུབ། ཡང་བསྐྱར་བཞག་ནས་མ་སྤོ་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The reader does not accept this card. Please ask a guide.</source>
        <translation>ཀློག་ཆས་ཀྱིས་ལག་ཁྱེར་འདི་ངོས་མི་ལེན། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This kind of card is not known here. Please ask a guide.</source>
        <translation>ལག་ཁྱེར་རིགས་འདི་འདིར་ངོས་མི་འཛིན། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This card cannot be used here. Please ask a guide.</source>
        <translation>ལག་ཁྱེར་འདི་འདིར་སྤྱོད་མི་ཐུབ། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The card reader does not work. Please ask a guide.</source>
        <translation>ལག་ཁྱེར་ཀློག་ཆས་ཀྱིས་ལས་ཀ་བྱེད་མི་ཐུབ། ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>The card reader is not understood. Look at its cable and its baud rate.</source>
        <translation>ལག་ཁྱེར་ཀློག་ཆས་ཀྱི་ལན་མི་གོ། སྐུད་པ་དང་མྱུར་ཚད་ལ་ཞིབ་བཤེར་གནང་རོགས།</translation>
    </message>
    <message>
        <source>The card reader&apos;s own test failed. Switch it off and on.</source>
        <translation>ལག་ཁྱེར་ཀློག་ཆས་ཀྱི་རང་བཤེར་མ་གྲུབ། གློག་བསད་ནས་བསྐྱར་དུ་སྒོ་འབྱེད་རོགས།</translation>
    </message>
    <message>
        <source>The card reader&apos;s security module is not authorised. Only its supplier can mend that.</source>
        <translation>ལག་ཁྱེར་ཀློག་ཆས་ཀྱི་བདེ་འཇགས་ཆ་ཤས་ལ་དབང་མ་ཐོབ། མཁོ་སྤྲོད་པ་ཁོ་ནས་ཐག་གཅོད་ཐུབ།</translation>
    </message>
    <message>
        <source>No card is read before the hall&apos;s computer has given today&apos;s key.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ནས་དེ་རིང་གི་ལྡེ་མིག་མ་ཐོབ་བར་ལག་ཁྱེར་མི་ཀློག</translation>
    </message>
    <message>
        <source>This is not a code of this hall.</source>
        <translation>འདི་ཚོམས་ཆེན་འདིའི་ཨང་རྟགས་མིན།</translation>
    </message>
    <message>
        <source>The kiosk cannot reach the core.</source>
        <translation>ཨང་ལེན་འཕྲུལ་ཆས་གཙོ་འཕྲུལ་དང་མཐུད་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>The core can write nothing.</source>
        <translation>གཙོ་འཕྲུལ་དུ་འབྲི་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>The kiosk&apos;s disk is nearly full.</source>
        <translation>ཨང་ལེན་འཕྲུལ་ཆས་ཀྱི་ཉར་གསོག་ཁང་གང་ལ་ཉེ།</translation>
    </message>
    <message>
        <source>The kiosk&apos;s clock differs from the core&apos;s.</source>
        <translation>ཨང་ལེན་འཕྲུལ་ཆས་ཀྱི་ཆུ་ཚོད་གཙོ་འཕྲུལ་དང་མི་མཐུན།</translation>
    </message>
    <message>
        <source>A font is missing on the kiosk.</source>
        <translation>ཨང་ལེན་འཕྲུལ་ཆས་སུ་ཡིག་གཟུགས་མི་འདུག</translation>
    </message>
    <message>
        <source>The kiosk has too few numbers for a lost line.</source>
        <translation>མཐུད་མཚམས་ཆད་སྐབས་ཀྱི་ཨང་རྟགས་ཉུང་དྲགས་འདུག</translation>
    </message>
    <message>
        <source>The scanner sent a code that cannot be read.</source>
        <translation>བཤེར་ཆས་ནས་ཀློག་མི་ཐུབ་པའི་རྟགས་ཤིག་སླེབས་འདུག</translation>
    </message>
    <message>
        <source>The voice does not work.</source>
        <translation>སྐད་སྒྲས་ལས་ཀ་བྱེད་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>The voice is busy.</source>
        <translation>སྐད་སྒྲ་བྲེལ་བཞིན་འདུག</translation>
    </message>
    <message>
        <source>There is no loudspeaker. Calls are shown, not heard.</source>
        <translation>སྒྲ་སྐྱེད་ཡོ་ཆས་མི་འདུག འབོད་པའི་ཨང་རྟགས་སྟོན་པ་ལས་སྒྲ་མི་གཏོང་།</translation>
    </message>
    <message>
        <source>It is quiet time. Calls are shown, not heard.</source>
        <translation>ཁུ་སིམ་པའི་དུས་ཚོད་རེད། འབོད་པའི་ཨང་རྟགས་སྟོན་པ་ལས་སྒྲ་མི་གཏོང་།</translation>
    </message>
    <message>
        <source>A language of this hall has no recorded voice yet. It is shown, not heard.</source>
        <translation>ཚོམས་ཆེན་གྱི་སྐད་ཡིག་ཅིག་ད་དུང་སྒྲ་འཇུག་བྱས་མི་འདུག སྟོན་པ་ལས་སྒྲ་མི་གཏོང་།</translation>
    </message>
    <message>
        <source>A window sign does not answer.</source>
        <translation>སྒེའུ་ཁུང་གི་གློག་བརྡ་ཞིག་གིས་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>A window sign refused what it was sent.</source>
        <translation>སྒེའུ་ཁུང་གི་གློག་བརྡ་ཞིག་གིས་བསྐུར་བའི་ནང་དོན་དང་ལེན་མ་བྱས།</translation>
    </message>
    <message>
        <source>No window sign on this line answers.</source>
        <translation>ཐིག་ལམ་འདིའི་སྒེའུ་ཁུང་གི་གློག་བརྡ་གང་གིས་ཀྱང་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>A keypad does not answer.</source>
        <translation>མཐེབ་གཞོང་ཞིག་གིས་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>A keypad refused what it was sent.</source>
        <translation>མཐེབ་གཞོང་ཞིག་གིས་བསྐུར་བའི་ནང་དོན་དང་ལེན་མ་བྱས།</translation>
    </message>
    <message>
        <source>A keypad sent what cannot be read.</source>
        <translation>མཐེབ་གཞོང་ནས་ཀློག་མི་ཐུབ་པ་ཞིག་སླེབས་འདུག</translation>
    </message>
    <message>
        <source>The SMS modem has no SIM card.</source>
        <translation>འཕྲིན་ཐུང་སྒྲིག་ཆས་ལ་SIMབྱང་བུ་མེད།</translation>
    </message>
    <message>
        <source>The SIM card wants its PIN.</source>
        <translation>SIMབྱང་བུར་PINཨང་དགོས།</translation>
    </message>
    <message>
        <source>The SIM card is locked and wants its PUK.</source>
        <translation>SIMབྱང་བུ་ཟྭ་བརྒྱབ་འདུག PUKཨང་དགོས།</translation>
    </message>
    <message>
        <source>The SIM card is busy.</source>
        <translation>SIMབྱང་བུ་བྲེལ་བཞིན་འདུག</translation>
    </message>
    <message>
        <source>The SIM card does not work.</source>
        <translation>SIMབྱང་བུ་སྤྱོད་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>The SMS modem is in no network.</source>
        <translation>འཕྲིན་ཐུང་སྒྲིག་ཆས་དྲ་རྒྱར་མཐུད་མི་འདུག</translation>
    </message>
    <message>
        <source>The mobile network refuses the SIM card.</source>
        <translation>འགུལ་བསྐྱོད་དྲ་རྒྱས་SIMབྱང་བུ་དང་ལེན་མི་བྱེད།</translation>
    </message>
    <message>
        <source>The SMS modem hears its network badly.</source>
        <translation>འཕྲིན་ཐུང་སྒྲིག་ཆས་ཀྱི་བརྡ་རྟགས་ཞན།</translation>
    </message>
    <message>
        <source>The mobile network is busy.</source>
        <translation>འགུལ་བསྐྱོད་དྲ་རྒྱ་བྲེལ་བཞིན་འདུག</translation>
    </message>
    <message>
        <source>No message can be sent to that number.</source>
        <translation>ཨང་གྲངས་དེར་འཕྲིན་ཐུང་གཏོང་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>That text cannot be sent as a message.</source>
        <translation>ཡི་གེ་དེ་འཕྲིན་ཐུང་དུ་གཏོང་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>The network refused the message.</source>
        <translation>དྲ་རྒྱས་འཕྲིན་ཐུང་དང་ལེན་མ་བྱས།</translation>
    </message>
    <message>
        <source>The message would have come too late and was not sent.</source>
        <translation>འཕྲིན་ཐུང་དུས་ལས་ཡོལ་བས་མ་བཏང་།</translation>
    </message>
    <message>
        <source>The message did not arrive.</source>
        <translation>འཕྲིན་ཐུང་སླེབས་མི་འདུག</translation>
    </message>
    <message>
        <source>Whether the message was sent is not known.</source>
        <translation>འཕྲིན་ཐུང་བཏང་ཡོད་མེད་མི་ཤེས།</translation>
    </message>
    <message>
        <source>The SMS gateway does not accept how this hall is set up.</source>
        <translation>འཕྲིན་ཐུང་སྟེགས་བུས་ཚོམས་ཆེན་འདིའི་སྒྲིག་འགོད་དང་ལེན་མི་བྱེད།</translation>
    </message>
    <message>
        <source>The SMS gateway does not know that template.</source>
        <translation>འཕྲིན་ཐུང་སྟེགས་བུར་དཔེ་གཞི་དེ་མི་འདུག</translation>
    </message>
    <message>
        <source>That is no telephone number.</source>
        <translation>ཁ་པར་ཨང་གྲངས་ནོར་འདུག</translation>
    </message>
    <message>
        <source>The ticket has no such step.</source>
        <translation>ཨང་རྟགས་འདིར་རིམ་པ་དེ་མེད།</translation>
    </message>
    <message>
        <source>Please choose or write a reason.</source>
        <translation>རྒྱུ་མཚན་འདེམས་པའམ་འབྲི་རོགས།</translation>
    </message>
    <message>
        <source>Ratings are shown once the day is over.</source>
        <translation>ཉིན་མོ་རྫོགས་རྗེས་གདེང་འཇོག་ལྟ་ཆོག</translation>
    </message>
    <message>
        <source>Name or PIN is wrong.</source>
        <translation>མིང་ངམ་གསང་ཨང་ནོར་འདུག</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait a while.</source>
        <translation>གསང་ཨང་ནོར་ཐེངས་མང་དྲགས་པས་ཅུང་ཙམ་སྒུག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>This was sent before. Please look again.</source>
        <translation>འདི་སྔོན་ལ་བསྐུར་ཟིན། ཡང་བསྐྱར་གཟིགས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation>ཡང་བསྐྱར་ནང་འཛུལ་གནང་རོགས།</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>ཁྱེད་ལ་དབང་ཚད་འདི་མི་འདུག</translation>
    </message>
    <message>
        <source>The request was not understood.</source>
        <translation>རེ་ཞུའི་ནང་དོན་ནོར་འདུག</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not know this request.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་རེ་ཞུ་འདི་མི་ཤེས།</translation>
    </message>
    <message>
        <source>This request is not allowed here.</source>
        <translation>འདིར་རེ་ཞུ་འདི་མི་ཆོག</translation>
    </message>
    <message>
        <source>The hall&apos;s computer cannot save anything now. Nothing was done.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ད་ལྟ་ཉར་ཚགས་བྱེད་མི་ཐུབ། གང་ཡང་བྱས་མེད།</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer.</source>
        <translation>ཚོམས་ཆེན་གྱི་གློག་ཀླད་ཀྱིས་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>A device did not work.</source>
        <translation>སྒྲིག་ཆས་ཀྱིས་ལས་ཀ་བྱེད་མ་ཐུབ།</translation>
    </message>
    <message>
        <source>The device does not answer.</source>
        <translation>སྒྲིག་ཆས་ཀྱིས་ལན་མི་འདེབས།</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱི་ཤོག་བུ་རྫོགས་སོང་།</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ཀྱི་ཁ་ལེབ་ཁ་ཕྱེ་འདུག</translation>
    </message>
    <message>
        <source>The printer reports a fault.</source>
        <translation>པར་འདེབས་འཕྲུལ་ཆས་ལ་སྐྱོན་བྱུང་འདུག</translation>
    </message>
</context>
</TS>
