/** The stems of the passwords that leaked lists begin with; digits, signs and capitals around them add nothing. */
export const commonStems = new Set(
  `password passw passwd passwort passwords mypassword yourpassword newpassword thepassword passpass motdepasse contrasena parola
  senha wachtwoord haslo heslo lozinka admin administrator adminadmin root rootroot superuser superman superstar supersecret
  secret secrets topsecret letmein letmeinnow welcome welcomeback welkom willkommen bienvenue changeme changemenow default
  qwerty qwertyui qwertyuiop qwertz qwertzui qwertzuiop azerty azertyui azertyuiop asdf asdfgh asdfghjk asdfghjkl zxcvbn
  zxcvbnm zaqwsx qazwsx qazwsxedc wsxedc qweasd qweasdzxc qweqwe asdasd zxczxc poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde
  abcdef abcdefg abcdefgh abcdefghi abcdefghij abcabc abcdabcd iloveyou iloveyouso ilovegod iloveme iloveu loveyou lovely
  loveme loverboy lovelove princess princessa prinzessin sunshine sunflower sunday summer summertime winter autumn spring
  january february march april monday tuesday wednesday thursday friday saturday september october november december
  football baseball basketball softball volleyball handball hockey soccer fussball futbol liverpool chelsea arsenal
  barcelona realmadrid manchester juventus bayern dortmund rangers celtic yankees cowboys steelers lakers eagles
  patriots packers monkey monkeys dragon dragons dragonball shadow shadows master masters mastermind michael michelle
  jennifer jordan jessica ashley daniel danielle andrew anthony charlie charlotte matthew nicholas nicole robert roberto
  thomas joshua christian christopher christine christina elizabeth victoria alexander alexandra alexandre benjamin
  samantha stephanie patricia veronica caroline catherine gabriel gabriela fernando francisco antonio alejandro rebecca
  vanessa valentina maximilian sebastian katharina tinkerbell butterfly butterflies chocolate cheese cookie cookies banana
  bananas apple apples orange strawberry blueberry pepper ginger coffee computer computers laptop internet hello hellohello
  helloworld hellokitty hello there whatever trustno trustnoone nothing nobody someone anything everything forever forever
  starwars startrek pokemon pikachu batman spiderman spider ironman superhero avengers naruto narutouzumaki onepiece minecraft
  fortnite roblox playstation nintendo xbox google facebook instagram twitter linkedin youtube microsoft windows samsung
  android iphone mustang ferrari porsche mercedes corvette camaro harley yamaha suzuki honda toyota marlboro jackass
  freedom liberty america american england london paris berlin hamburg munchen newyork california florida texas chicago
  boston australia canada brasil mexico india pakistan angel angels angelina angelica heaven jesus jesuschrist christ
  blessed godisgood prayer faith family mother father sister brother daughter children friend friends friendship bestfriend
  babygirl babyboy babygurl sweetheart sweetie sweety darling honey beautiful gorgeous handsome pretty flower flowers
  rainbow purple yellow silver golden diamond diamonds crystal sapphire phoenix falcon tigger tiger tigers lion panther
  wolverine wolf wolfpack snoopy garfield scooby mickey mickeymouse minnie donald winnie buster bailey maggie lucky
  killer hunter ranger soldier warrior gangster rockstar rockyou metallica slipknot nirvana eminem blink blinkone greenday
  guitar music dancer dancing singer player gamer gaming games access accessaccess login loginlogin user username guest
  guestguest test tester testing testtest testpassword temp temporary temppass sample example demo demodemo company office
  business accounting accountant finance invoice consultant consultants consulting consultantpro`
    .split(/\s+/)
    .filter(Boolean),
)
